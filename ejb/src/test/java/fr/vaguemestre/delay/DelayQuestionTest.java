package fr.vaguemestre.delay;

import static fr.vaguemestre.delay.Regime.NONE;
import static fr.vaguemestre.delay.Regime.SVA;
import static fr.vaguemestre.delay.Regime.SVR;
import static fr.vaguemestre.delay.WorkedExamplesTest.day;
import static fr.vaguemestre.delay.WorkedExamplesTest.happened;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** DEL1: what contradicts itself is refused on the field at fault. */
class DelayQuestionTest {
  private static final LocalDate RECEIVED = day(2026, 11, 10);
  private static final LocalDate BEFORE = day(2026, 11, 9);
  private static final LocalDate AFTER = day(2026, 11, 20);

  @Test
  void DEL1_nothing_runs_without_a_receipt_but_the_appeal() {
    refused(happened(null, NONE, null, null, null, null, null, null), "received");
    refused(happened(null, SVR, null, null, null, null, AFTER, null), "received");
    refused(happened(null, NONE, null, null, null, AFTER, AFTER, null), "received");
    assertThat(happened(null, NONE, null, null, null, null, AFTER, null).faults()).isEmpty();
  }

  @Test
  void DEL1_nothing_happens_before_receipt() {
    refused(happened(RECEIVED, SVA, null, null, null, BEFORE, null, null), "transferredOn");
    refused(happened(RECEIVED, SVA, null, null, null, null, BEFORE, null), "notifiedOn");
    refused(happened(RECEIVED, SVA, BEFORE, null, null, null, null, null), "piecesAskedOn");
    refused(happened(RECEIVED, SVA, null, null, BEFORE, null, null, null), "piecesReceivedOn");
    refused(happened(RECEIVED, SVA, AFTER, null, RECEIVED, null, null, null), "piecesReceivedOn");
  }

  @Test
  void L114_5_pieces_have_a_request_and_a_deadline() {
    refused(happened(RECEIVED, SVR, AFTER, null, null, null, null, null), "piecesDeadlineDays");
    refused(happened(RECEIVED, SVR, null, 30, null, null, null, null), "piecesAskedOn");
    refused(happened(RECEIVED, SVR, null, null, AFTER, null, null, null), "piecesAskedOn");
    refused(happened(RECEIVED, SVR, AFTER, 0, null, null, null, null), "piecesDeadlineDays");
    refused(happened(RECEIVED, NONE, AFTER, 30, null, null, null, null), "regime");
  }

  @Test
  void L114_5_pieces_asked_for_after_the_implicit_decision_change_nothing() {
    refused(happened(RECEIVED, SVR, day(2027, 1, 11), 30, null, null, null, null), "piecesAskedOn");
    assertThat(happened(RECEIVED, SVR, day(2027, 1, 10), 30, null, null, null, null).faults())
        .isEmpty();
  }

  @Test
  void DEL1_a_delay_has_one_length_within_reason() {
    refused(of(SVR, 2, 60), "days");
    refused(of(NONE, 2, null), "regime");
    refused(of(SVR, 0, null), "months");
    refused(of(SVR, 121, null), "months");
    refused(of(SVR, null, -1), "days");
    refused(DelayQuestion.of(day(1899, 12, 31), SVR, null), "received");
    refused(DelayQuestion.of(LocalDate.MAX, SVR, null), "received");
    assertThat(of(SVR, 120, null).faults()).isEmpty();
  }

  @Test
  void L231_1_L231_6_the_usual_length_is_two_months_another_one_has_its_article() {
    var clock = WorkedExamplesTest.clock(Territory.MAINLAND);
    var usual = clock.answer(of(SVR, null, null)).implicit();
    assertThat(usual.date()).isEqualTo(day(2027, 1, 10));
    assertThat(usual.source()).isEqualTo("CRPA, art. L231-4");
    var other = clock.answer(DelayQuestion.of(RECEIVED, SVA, Period.parse("P15D"))).implicit();
    assertThat(other.date()).isEqualTo(day(2026, 11, 25));
    assertThat(other.source()).isEqualTo("CRPA, art. L231-1 ; art. L231-6");
    assertThat(other.explanation(Locale.FRENCH))
        .isEqualTo(
            "Sans réponse 15 jours après le mardi 10 novembre 2026, la demande est réputée acceptée le mercredi 25"
                + " novembre 2026, à la fin de ce jour, si elle est complète.");
  }

  private static DelayQuestion of(Regime regime, Integer months, Integer days) {
    return new DelayQuestion(RECEIVED, regime, months, days, null, null, null, null, null, null);
  }

  private static void refused(DelayQuestion question, String field) {
    assertThat(question.faults()).extracting(r -> r.field().orElseThrow()).containsExactly(field);
    var words = new fr.vaguemestre.platform.Words(DelayQuestionTest.class.getClassLoader());
    for (var fault : question.faults()) {
      assertThat(words.find(Locale.ENGLISH, fault.key(), fault.arguments().toArray()))
          .hasValueSatisfying(text -> assertThat(text).doesNotContain("{"));
    }
  }
}
