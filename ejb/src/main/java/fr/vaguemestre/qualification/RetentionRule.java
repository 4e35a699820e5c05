package fr.vaguemestre.qualification;

import fr.vaguemestre.platform.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;

/**
 * How long the letters of a type are kept: the durée d’utilité administrative (Code du patrimoine,
 * R212-13), from when on, and what becomes of them then.
 *
 * @param period ISO 8601, of one unit: {@code P10Y}
 */
public record RetentionRule(String period, RetentionStart start, Disposition disposition) {
  private static final MonthDay LAST = MonthDay.of(12, 31);

  /**
   * The rule of these three, all there or none.
   *
   * @return null for none
   * @throws Refusal on the one that is missing
   */
  static RetentionRule of(String period, RetentionStart start, Disposition disposition) {
    if (period == null && start == null && disposition == null) {
      return null;
    }
    if (period == null) {
      throw Refusal.field("retention", "qualification.retention-missing");
    }
    if (start == null) {
      throw Refusal.field("retentionStart", "qualification.retention-start-missing");
    }
    if (disposition == null) {
      throw Refusal.field("finalDisposition", "qualification.disposition-missing");
    }
    return new RetentionRule(period, start, disposition);
  }

  /** The legal date of a closing in the town (R-TZ). */
  public static LocalDate closedOn(Instant closed, ZoneId zone) {
    return LocalDate.ofInstant(closed, zone);
  }

  /**
   * The last day on which a letter closed that day must be kept; it is due from the next on. A day
   * that the last month lacks is its last (R-MONTH).
   */
  public LocalDate endsOn(LocalDate closed) {
    var from =
        switch (start) {
          case CLOSING -> closed;
          case YEAR_END -> LAST.atYear(closed.getYear());
        };
    return from.plus(Period.parse(period));
  }

  /** Whether it need no longer be kept today. */
  public boolean over(LocalDate closed, LocalDate today) {
    return today.isAfter(endsOn(closed));
  }
}
