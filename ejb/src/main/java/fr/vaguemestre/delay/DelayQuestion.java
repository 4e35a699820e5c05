package fr.vaguemestre.delay;

import fr.vaguemestre.platform.Refusal;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is known of a request, days being legal dates in the town's time zone (R-TZ); null for what
 * did not happen.
 *
 * @param received by the administration it was first sent to
 * @param months of the delay of {@code regime}, or {@code days}; both null for the two months of
 *     CRPA L231-1
 * @param piecesAskedOn when the request for the missing pieces was notified
 * @param piecesDeadlineDays given to supply them, in calendar days
 * @param piecesReceivedOn when the last of them arrived
 * @param transferredOn when the competent administration received it
 * @param notifiedOn when an express decision was notified
 * @param movedDays by which pieces asked for and settled earlier had moved the implicit decision;
 *     null for none
 */
public record DelayQuestion(
    LocalDate received,
    Regime regime,
    Integer months,
    Integer days,
    LocalDate piecesAskedOn,
    Integer piecesDeadlineDays,
    LocalDate piecesReceivedOn,
    LocalDate transferredOn,
    LocalDate notifiedOn,
    Distance distance,
    Integer movedDays) {
  private static final Period USUAL = Period.ofMonths(2);
  private static final int MOST_MONTHS = 120;
  private static final int MOST_DAYS = 3650;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;
  private static final String TOO_LATE = "delay.asked-too-late";

  /** One whose pieces were asked for at most once. */
  public DelayQuestion(
      LocalDate received,
      Regime regime,
      Integer months,
      Integer days,
      LocalDate piecesAskedOn,
      Integer piecesDeadlineDays,
      LocalDate piecesReceivedOn,
      LocalDate transferredOn,
      LocalDate notifiedOn,
      Distance distance) {
    this(
        received,
        regime,
        months,
        days,
        piecesAskedOn,
        piecesDeadlineDays,
        piecesReceivedOn,
        transferredOn,
        notifiedOn,
        distance,
        null);
  }

  /** A request received that day, and nothing more. */
  public static DelayQuestion of(LocalDate received, Regime regime, Period length) {
    var months = length == null || length.getDays() > 0 ? null : (int) length.toTotalMonths();
    var days = length == null || length.getDays() == 0 ? null : length.getDays();
    return new DelayQuestion(received, regime, months, days, null, null, null, null, null, null);
  }

  /** The same of somebody who lives that far from the court. */
  public DelayQuestion from(Distance far) {
    return new DelayQuestion(
        received,
        regime,
        months,
        days,
        piecesAskedOn,
        piecesDeadlineDays,
        piecesReceivedOn,
        transferredOn,
        notifiedOn,
        far,
        movedDays);
  }

  Period length() {
    return months != null ? Period.ofMonths(months) : days != null ? Period.ofDays(days) : USUAL;
  }

  boolean usual() {
    return length().equals(USUAL);
  }

  /** When the competent administration received it. */
  LocalDate competent() {
    return transferredOn == null ? received : transferredOn;
  }

  /** When the implicit decision would be taken were no piece of the last request missing. */
  LocalDate base() {
    return regime == Regime.SVA
        ? competent().plusDays(moved()).plus(length())
        : received.plus(length()).plusDays(moved());
  }

  int moved() {
    return movedDays == null ? 0 : movedDays;
  }

  /**
   * By how many days the pieces asked for so far have moved the implicit decision on the day more
   * are asked for: under SVR the days of suspension, under SVA those until the request was
   * complete, which it is not yet while pieces are missing (L114-5).
   */
  public int movedUntil(LocalDate day) {
    if (piecesAskedOn == null) {
      return moved();
    }
    if (regime == Regime.SVA) {
      var complete = piecesReceivedOn == null ? day : piecesReceivedOn;
      return (int) Math.max(0, ChronoUnit.DAYS.between(competent(), complete));
    }
    var end = resumed() == null || resumed().isAfter(day) ? day : resumed();
    return moved() + (int) Math.max(0, ChronoUnit.DAYS.between(piecesAskedOn, end));
  }

  /** Whether silence had decided when the pieces were asked for: they change nothing (L242-1). */
  public boolean askedTooLate() {
    return faults().stream().anyMatch(fault -> fault.key().equals(TOO_LATE));
  }

  /** When the delay of a rejection runs again: the pieces are there, or their delay is over. */
  LocalDate resumed() {
    var end =
        piecesDeadlineDays == null ? piecesReceivedOn : piecesAskedOn.plusDays(piecesDeadlineDays);
    return piecesReceivedOn != null && piecesReceivedOn.isBefore(end) ? piecesReceivedOn : end;
  }

  /** All that contradicts itself or cannot be computed, each on a field named as in the API. */
  public List<Refusal> faults() {
    var faults = new ArrayList<Refusal>();
    year(faults, "received", received);
    year(faults, "piecesAskedOn", piecesAskedOn);
    year(faults, "piecesReceivedOn", piecesReceivedOn);
    year(faults, "transferredOn", transferredOn);
    year(faults, "notifiedOn", notifiedOn);
    range(faults, "months", months, MOST_MONTHS);
    range(faults, "days", days, MOST_DAYS);
    range(faults, "piecesDeadlineDays", piecesDeadlineDays, MOST_DAYS);
    if (faults.isEmpty()) {
      contradictions(faults);
    }
    return faults;
  }

  private static void range(List<Refusal> faults, String name, Integer number, int most) {
    if (number != null && (number < 1 || number > most)) {
      faults.add(Refusal.field(name, "delay.out-of-range", 1, String.valueOf(most)));
    }
  }

  private static void year(List<Refusal> faults, String name, LocalDate day) {
    if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
      faults.add(
          Refusal.field(
              name,
              "delay.year-out-of-range",
              String.valueOf(FIRST_YEAR),
              String.valueOf(LAST_YEAR)));
    }
  }

  private void contradictions(List<Refusal> faults) {
    boolean pieces =
        Stream.of(piecesAskedOn, piecesDeadlineDays, piecesReceivedOn).anyMatch(Objects::nonNull);
    if (received == null) {
      if (notifiedOn == null
          || regime != Regime.NONE
          || transferredOn != null
          || pieces
          || months != null
          || days != null) {
        faults.add(Refusal.field("received", "delay.received-missing"));
      }
      return;
    }
    if (months != null && days != null) {
      faults.add(Refusal.field("days", "delay.months-or-days"));
      return;
    }
    if (regime == Regime.NONE && (months != null || days != null || pieces)) {
      faults.add(Refusal.field("regime", "delay.regime-missing"));
      return;
    }
    notBefore(faults, "transferredOn", transferredOn, received, "delay.before-receipt");
    notBefore(faults, "notifiedOn", notifiedOn, received, "delay.before-receipt");
    notBefore(faults, "piecesAskedOn", piecesAskedOn, received, "delay.before-receipt");
    notBefore(faults, "piecesReceivedOn", piecesReceivedOn, received, "delay.before-receipt");
    if (piecesAskedOn != null) {
      notBefore(faults, "piecesReceivedOn", piecesReceivedOn, piecesAskedOn, "delay.before-asked");
      if (piecesAskedOn.isAfter(base())) {
        faults.add(Refusal.field("piecesAskedOn", TOO_LATE, base()));
      }
      if (regime == Regime.SVR && piecesDeadlineDays == null && piecesReceivedOn == null) {
        faults.add(Refusal.field("piecesDeadlineDays", "delay.pieces-deadline-missing"));
      }
    } else if (piecesDeadlineDays != null || regime == Regime.SVR && piecesReceivedOn != null) {
      faults.add(Refusal.field("piecesAskedOn", "delay.pieces-asked-missing"));
    }
  }

  private static void notBefore(
      List<Refusal> faults, String name, LocalDate day, LocalDate first, String key) {
    if (day != null && day.isBefore(first)) {
      faults.add(Refusal.field(name, key, first));
    }
  }
}
