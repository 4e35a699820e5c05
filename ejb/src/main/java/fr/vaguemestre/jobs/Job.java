package fr.vaguemestre.jobs;

import fr.vaguemestre.platform.Refusal;
import java.time.LocalTime;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The jobs there are. What a job does is in {@code META-INF/batch-jobs} under its name, and in the
 * {@link Chore} of each of its steps; when it runs, unless a town says otherwise, is said here.
 */
public enum Job {
  /** Records what silence decided (SVA, SVR: CRPA L231-1, L231-4) before the town's day. */
  DELAY_WATCH(LocalTime.of(0, 20)),
  /** Seals the day: checks the chain since the last anchor, then leaves a new one (CIR8). */
  JOURNAL_SEAL(LocalTime.of(0, 30)),
  /** Removes what nobody needs any more: ended tokens and locks, old notifications and runs. */
  PURGE_TECHNICAL(LocalTime.of(1, 0)),
  /** Gives the index the letters it does not have. */
  FULLTEXT_INDEX(LocalTime.of(1, 30)),
  /** Fills a new index, then searches that one; when somebody starts it. */
  FULLTEXT_REBUILD(LocalTime.of(2, 0), false),
  /** Compares contents with the rows that name them, and the index with the database. */
  CONSISTENCY(LocalTime.of(2, 30)),
  /** Erases what names people in the requests closed for three months (GRC8). */
  ANONYMISATION(LocalTime.of(3, 30)),
  /** Tells what that would erase; when somebody starts it. */
  ANONYMISATION_TRIAL(LocalTime.of(3, 0), false),
  /**
   * Finds the letters that need be kept no longer, proposes them, destroys what has the visa of the
   * archives (BAT2).
   */
  RETENTION(LocalTime.of(4, 0)),
  /** Has documents read again that may be readable now. */
  EXTRACTION_RETRY(LocalTime.of(4, 30)),
  /** Tells of deadlines that come near, are past, or go up the chart (CIR7), and of accounts. */
  REMINDERS(LocalTime.of(6, 0));

  private final LocalTime at;
  private final boolean byClock;

  Job(LocalTime at) {
    this(at, true);
  }

  Job(LocalTime at, boolean byClock) {
    this.at = at;
    this.byClock = byClock;
  }

  /** As in files, addresses and commands: {@code journal-seal}. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** When it runs in a town that says nothing else: every day, or only by hand. */
  public Schedule byDefault() {
    return byClock ? Schedule.daily(at) : Schedule.daily(at).off();
  }

  /**
   * @throws Refusal NOT_FOUND for no such job
   */
  public static Job titled(String title) {
    return Stream.of(values())
        .filter(job -> job.title().equals(title))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }
}
