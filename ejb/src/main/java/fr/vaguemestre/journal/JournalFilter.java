package fr.vaguemestre.journal;

import static fr.vaguemestre.platform.db.Statement.literally;

import fr.vaguemestre.platform.db.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which entries of the journal are wanted; whatever is null does not narrow.
 *
 * @param agent part of the name or of the login of whoever acted, or in whose place
 * @param action a code
 * @param from first day, in the town's time zone
 * @param to last day
 * @param after {@link JournalPage#next} of the page before
 */
public record JournalFilter(
    String agent, String action, LocalDate from, LocalDate to, String after) {
  /** Nothing narrowed. */
  public static final JournalFilter ALL = new JournalFilter(null, null, null, null, null);

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;

  /** Days before 1900 or after 2999 do not narrow. */
  public JournalFilter {
    from = known(from);
    to = known(to);
  }

  private static LocalDate known(LocalDate day) {
    return day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? null : day;
  }

  /**
   * Adds all but {@code after} to a question about {@code journal_entry j}, done by {@code agent a}
   * in the place of {@code agent f}.
   */
  void narrow(Statement asked, ZoneId zone) {
    if (agent != null) {
      asked.add(
          "and (a.search_key like '%' || fold(?) || '%' or f.search_key like '%' || fold(?) || '%')",
          literally(agent.strip()), literally(agent.strip()));
    }
    if (action != null) {
      asked.add("and j.action = ?", action);
    }
    if (from != null) {
      asked.add("and j.at >= ?", begin(from, zone));
    }
    if (to != null) {
      asked.add("and j.at < ?", begin(to.plusDays(1), zone));
    }
  }

  private static Instant begin(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
