package fr.vaguemestre.delay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * DEL1: random requests of any year against an oracle that goes day by day. The seed is in every
 * failure; {@code -Dvaguemestre.seed=…} runs one again.
 */
class LegalClockPropertyTest {
  private static final long SEED = Long.getLong("vaguemestre.seed", System.nanoTime());
  private static final int TRIES = 4000;
  private final Random random = new Random(SEED);

  @Test
  void R_WORK_every_day_of_a_random_year_is_worked_or_not_as_the_oracle_says() {
    for (var territory : Territory.values()) {
      var town = town(territory);
      for (int n = 0; n < 12; n++) {
        int year = 1900 + random.nextInt(1100);
        LocalDate.of(year, 1, 1)
            .datesUntil(LocalDate.of(year + 1, 1, 1))
            .forEach(
                day -> {
                  var as = town.said(day);
                  assertThat(town.calendar.worked(day)).as(as).isEqualTo(town.oracle.worked(day));
                  assertThat(town.calendar.workable(day))
                      .as(as)
                      .isEqualTo(town.oracle.workable(day));
                  assertThat(town.calendar.holiday(day).isPresent())
                      .as(as)
                      .isEqualTo(town.oracle.holiday(day));
                });
      }
    }
  }

  @Test
  void R_WORK_R_IMPL_R_CTX_R_SVR_INC_dates_are_the_oracles() {
    for (int n = 0; n < TRIES; n++) {
      var town = town(Territory.values()[random.nextInt(Territory.values().length)]);
      var received = LocalDate.of(1900 + random.nextInt(1090), 1, 1).plusDays(random.nextInt(366));
      int months = 1 + random.nextInt(13);
      var transferred = maybe(received.plusDays(random.nextInt(20)));
      boolean acceptance = random.nextBoolean();
      var start = acceptance && transferred != null ? transferred : received;
      int toBase = (int) (SlowOracle.months(start, months).toEpochDay() - received.toEpochDay());
      var asked = maybe(received.plusDays(random.nextInt(toBase + 1)));
      Integer given = asked == null ? null : 1 + random.nextInt(90);
      var pieces = asked == null ? null : maybe(asked.plusDays(random.nextInt(120)));
      var distance = maybe(Distance.values()[random.nextInt(2)]);
      var question =
          new DelayQuestion(
              received,
              acceptance ? Regime.SVA : Regime.SVR,
              months,
              null,
              asked,
              given,
              pieces,
              transferred,
              null,
              distance);
      var as = town.said(received) + " " + question;
      assertThat(question.faults()).as(as).isEmpty();
      var answer = new LegalClock(town.calendar).answer(question);
      assertThat(answer.aee().date()).as(as).isEqualTo(town.law.worked(received, 1));
      assertThat(answer.are().date())
          .as(as)
          .isEqualTo(town.law.worked(transferred == null ? received : transferred, 10));
      var implicit =
          acceptance
              ? acceptance(question, months)
              : rejection(received, months, asked, given, pieces);
      assertThat(answer.implicit() == null ? null : answer.implicit().date())
          .as(as)
          .isEqualTo(implicit);
      if (!acceptance) {
        int more = distance == null ? 0 : distance == Distance.OVERSEAS ? 1 : 2;
        assertThat(answer.appeal().date())
            .as(as)
            .isEqualTo(town.oracle.moved(SlowOracle.months(implicit, 2 + more).plusDays(1)));
      }
      everyDateExplainsItself(answer, as);
      int days = 1 + random.nextInt(60);
      assertThat(town.calendar.afterWorked(received, days))
          .as(as)
          .isEqualTo(town.oracle.worked(received, days));
      assertThat(town.calendar.afterWorkable(received, days))
          .as(as)
          .isEqualTo(town.oracle.workable(received, days));
    }
  }

  @Test
  void R_RGPD_R_CADA_dates_are_the_oracles() {
    for (int n = 0; n < TRIES; n++) {
      var town = town(Territory.values()[random.nextInt(Territory.values().length)]);
      var received = LocalDate.of(1900 + random.nextInt(1090), 1, 1).plusDays(random.nextInt(366));
      var clock = new LegalClock(town.calendar);
      var as = town.said(received);
      assertThat(clock.documentAccess(received).date())
          .as(as)
          .isEqualTo(SlowOracle.months(received, 1));
      boolean extended = random.nextBoolean();
      assertThat(clock.dataSubject(received, extended).date())
          .as(as)
          .isEqualTo(town.oracle.moved(SlowOracle.months(received, extended ? 3 : 1)));
    }
  }

  private static LocalDate acceptance(DelayQuestion question, int months) {
    if (question.piecesAskedOn() != null && question.piecesReceivedOn() == null) {
      return null;
    }
    var start = question.transferredOn() == null ? question.received() : question.transferredOn();
    var pieces = question.piecesReceivedOn();
    return SlowOracle.months(pieces != null && pieces.isAfter(start) ? pieces : start, months);
  }

  /** Each day from the one of the request for pieces on puts the end off by one. */
  private static LocalDate rejection(
      LocalDate received, int months, LocalDate asked, Integer given, LocalDate pieces) {
    var end = SlowOracle.months(received, months);
    if (asked != null) {
      int waited = 0;
      for (var day = asked; waited < given && !day.equals(pieces); day = day.plusDays(1)) {
        waited++;
        end = end.plusDays(1);
      }
    }
    return end;
  }

  private static void everyDateExplainsItself(DelayAnswer answer, String as) {
    for (var date :
        new DelayDate[] {answer.aee(), answer.are(), answer.implicit(), answer.appeal()}) {
      if (date != null) {
        for (var locale : List.of(java.util.Locale.FRENCH, java.util.Locale.ENGLISH)) {
          assertThat(date.explanation(locale))
              .as(as)
              .contains(String.valueOf(date.date().getYear()))
              .doesNotContain("{");
        }
        assertThat(date.source()).as(as).contains("art. ");
      }
    }
  }

  private <T> T maybe(T value) {
    return random.nextBoolean() ? value : null;
  }

  private Town town(Territory territory) {
    boolean goodFriday = territory == Territory.ALSACE_MOSELLE && random.nextBoolean();
    var closing = LocalDate.of(1900 + random.nextInt(1000), 1, 1).plusDays(random.nextInt(365));
    var once = new ClosingDay(closing.plusDays(3), "Pont", false);
    var own =
        random.nextBoolean() ? List.of(once, new ClosingDay(closing, "Fête", true)) : List.of(once);
    Set<LocalDate> closed = new HashSet<>();
    closed.add(once.day());
    if (own.size() > 1) {
      for (int year = closing.getYear(); year < 3010; year++) {
        for (int day = 1; day <= 31; day++) {
          if (day == closing.getDayOfMonth()
              && closing.getMonth().length(java.time.Year.isLeap(year)) >= day) {
            closed.add(LocalDate.of(year, closing.getMonth(), day));
          }
        }
      }
    }
    return new Town(
        new WorkCalendar(territory, goodFriday, own),
        new SlowOracle(territory, goodFriday, closed),
        new SlowOracle(territory, goodFriday, Set.of()));
  }

  /**
   * A calendar with its oracle.
   *
   * @param law the oracle of its public holidays alone
   */
  private record Town(WorkCalendar calendar, SlowOracle oracle, SlowOracle law) {
    String said(LocalDate day) {
      return "seed " + SEED + ", " + calendar + ", " + day;
    }
  }
}
