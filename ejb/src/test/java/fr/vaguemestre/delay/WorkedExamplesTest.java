package fr.vaguemestre.delay;

import static fr.vaguemestre.delay.Regime.NONE;
import static fr.vaguemestre.delay.Regime.SVA;
import static fr.vaguemestre.delay.Regime.SVR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** DEL1: the worked examples of the rules, by their number and the article or rule they show. */
class WorkedExamplesTest {
  private static final Period TWO_MONTHS = Period.ofMonths(2);
  private static final LegalClock MAINLAND = clock(Territory.MAINLAND);

  @Test
  void example_1_R112_11_2_received_on_a_friday() {
    var answer = MAINLAND.answer(DelayQuestion.of(day(2026, 11, 20), NONE, null));
    assertThat(answer.aee().date()).isEqualTo(day(2026, 11, 23));
    assertThat(answer.are().date()).isEqualTo(day(2026, 12, 4));
    assertThat(answer.implicit()).isNull();
    assertThat(answer.appeal()).isNull();
  }

  @Test
  void example_2_L231_4_received_on_a_saturday() {
    var answer = MAINLAND.answer(DelayQuestion.of(day(2026, 11, 14), SVR, TWO_MONTHS));
    assertThat(answer.aee().date()).isEqualTo(day(2026, 11, 16));
    assertThat(answer.are().date()).isEqualTo(day(2026, 11, 27));
    assertThat(answer.implicit().date()).isEqualTo(day(2027, 1, 14));
    assertThat(answer.appeal().date()).isEqualTo(day(2027, 3, 15));
  }

  @Test
  void example_4_R_WORK_christmas_is_two_days_in_moselle() {
    var question = DelayQuestion.of(day(2028, 12, 22), NONE, null);
    var mainland = MAINLAND.answer(question);
    assertThat(mainland.aee().date()).isEqualTo(day(2028, 12, 26));
    assertThat(mainland.are().date()).isEqualTo(day(2029, 1, 9));
    var moselle = clock(Territory.ALSACE_MOSELLE).answer(question);
    assertThat(moselle.aee().date()).isEqualTo(day(2028, 12, 27));
    assertThat(moselle.are().date()).isEqualTo(day(2029, 1, 10));
  }

  @Test
  void example_6_R_WORK_ascension_and_whit_monday() {
    var answer = MAINLAND.answer(DelayQuestion.of(day(2027, 5, 5), NONE, null));
    assertThat(answer.aee().date()).isEqualTo(day(2027, 5, 7));
    assertThat(answer.are().date()).isEqualTo(day(2027, 5, 21));
  }

  @Test
  void example_7_R_MONTH_R_IMPL_end_of_february_on_a_sunday() {
    var answer = MAINLAND.answer(DelayQuestion.of(day(2026, 12, 31), SVR, TWO_MONTHS));
    assertThat(answer.implicit().date()).isEqualTo(day(2027, 2, 28));
    assertThat(answer.appeal().date()).isEqualTo(day(2027, 4, 29));
  }

  @Test
  void example_9_R_MONTH_R_CTX_from_a_29_february() {
    var answer = MAINLAND.answer(DelayQuestion.of(day(2028, 2, 29), SVR, TWO_MONTHS));
    assertThat(answer.implicit().date()).isEqualTo(day(2028, 4, 29));
    assertThat(answer.appeal().date()).isEqualTo(day(2028, 6, 30));
  }

  @Test
  void example_10_R_CADA_R_RGPD_one_month_from_a_31_january() {
    var received = day(2027, 1, 31);
    assertThat(MAINLAND.documentAccess(received).date()).isEqualTo(day(2027, 2, 28));
    assertThat(MAINLAND.dataSubject(received, false).date()).isEqualTo(day(2027, 3, 1));
    assertThat(MAINLAND.dataSubject(received, true).date()).isEqualTo(day(2027, 4, 30));
  }

  @Test
  void example_13_R421_1_the_last_day_is_ascension() {
    var notified = happened(null, NONE, null, null, null, null, day(2027, 3, 5), null);
    var answer = MAINLAND.answer(notified);
    assertThat(answer.appeal().date()).isEqualTo(day(2027, 5, 7));
    assertThat(answer.aee()).isNull();
  }

  @Test
  void example_15_R421_2_saturday_all_saints_sunday() {
    var answer = MAINLAND.answer(DelayQuestion.of(day(2026, 6, 30), SVR, TWO_MONTHS));
    assertThat(answer.implicit().date()).isEqualTo(day(2026, 8, 30));
    assertThat(answer.appeal().date()).isEqualTo(day(2026, 11, 2));
  }

  @Test
  void example_16_R_SVA_INC_the_full_delay_restarts() {
    var received = day(2026, 11, 10);
    var pieces = day(2027, 1, 5);
    var answer = MAINLAND.answer(happened(received, SVA, null, null, pieces, null, null, null));
    assertThat(answer.implicit().date()).isEqualTo(day(2027, 3, 5));
    assertThat(answer.appeal()).isNull();
  }

  @Test
  void example_17_R_SVR_INC_suspended_until_the_pieces_or_the_deadline() {
    var received = day(2026, 11, 10);
    var asked = day(2026, 11, 20);
    var base = MAINLAND.answer(DelayQuestion.of(received, SVR, TWO_MONTHS));
    assertThat(base.implicit().date()).isEqualTo(day(2027, 1, 10));
    var supplied =
        MAINLAND.answer(happened(received, SVR, asked, 30, day(2026, 12, 8), null, null, null));
    assertThat(supplied.implicit().date()).isEqualTo(day(2027, 1, 28));
    var never = MAINLAND.answer(happened(received, SVR, asked, 30, null, null, null, null));
    assertThat(never.implicit().date()).isEqualTo(day(2027, 2, 9));
    var late =
        MAINLAND.answer(happened(received, SVR, asked, 30, day(2027, 1, 4), null, null, null));
    assertThat(late.implicit().date()).isEqualTo(day(2027, 2, 9));
  }

  @Test
  void R_TRANSM_L114_2_rejection_runs_from_the_first_acceptance_and_ARE_from_the_competent() {
    var first = day(2026, 11, 2);
    var competent = day(2026, 11, 16);
    var rejection = MAINLAND.answer(happened(first, SVR, null, null, null, competent, null, null));
    assertThat(rejection.implicit().date()).isEqualTo(day(2027, 1, 2));
    assertThat(rejection.aee().date()).isEqualTo(day(2026, 11, 3));
    assertThat(rejection.are().date()).isEqualTo(day(2026, 11, 30));
    var acceptance = MAINLAND.answer(happened(first, SVA, null, null, null, competent, null, null));
    assertThat(acceptance.implicit().date()).isEqualTo(day(2027, 1, 16));
  }

  @Test
  void R_CTX_R421_7_distance_adds_months_from_the_original_date() {
    var notified = day(2026, 12, 31);
    assertThat(appeal(notified, null)).isEqualTo(day(2027, 3, 1));
    assertThat(appeal(notified, Distance.OVERSEAS)).isEqualTo(day(2027, 4, 1));
    assertThat(appeal(notified, Distance.ABROAD)).isEqualTo(day(2027, 5, 3));
  }

  @Test
  void R_SVA_INC_nothing_is_accepted_while_pieces_are_missing() {
    var asked = happened(day(2026, 11, 10), SVA, day(2026, 11, 12), 30, null, null, null, null);
    assertThat(MAINLAND.answer(asked).implicit()).isNull();
  }

  @Test
  void R_IMPL_no_silence_once_a_decision_is_notified_by_the_last_day() {
    var received = day(2026, 11, 10);
    assertThat(silence(received, day(2027, 1, 10))).isNull();
    assertThat(silence(received, day(2027, 1, 11)).date()).isEqualTo(day(2027, 1, 10));
  }

  private static DelayDate silence(LocalDate received, LocalDate notified) {
    return MAINLAND
        .answer(happened(received, SVR, null, null, null, null, notified, null))
        .implicit();
  }

  private static LocalDate appeal(LocalDate notified, Distance distance) {
    return MAINLAND
        .answer(happened(null, NONE, null, null, null, null, notified, distance))
        .appeal()
        .date();
  }

  static DelayQuestion happened(
      LocalDate received,
      Regime regime,
      LocalDate asked,
      Integer given,
      LocalDate pieces,
      LocalDate transferred,
      LocalDate notified,
      Distance distance) {
    return new DelayQuestion(
        received, regime, null, null, asked, given, pieces, transferred, notified, distance);
  }

  static LegalClock clock(Territory territory) {
    return new LegalClock(WorkCalendar.of(territory, false));
  }

  static LocalDate day(int year, int month, int day) {
    return LocalDate.of(year, month, day);
  }
}
