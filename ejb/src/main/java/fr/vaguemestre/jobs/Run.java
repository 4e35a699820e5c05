package fr.vaguemestre.jobs;

import fr.vaguemestre.platform.db.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A run in the ledger.
 *
 * @param planned whether the clock started it; else somebody did
 * @param asker who did, null for the clock and for the server's own command line
 * @param startedAt null while it waits for its turn
 * @param endedAt null while it has not ended
 * @param stopping whether it stops at the end of its chunk
 * @param failure why it failed, in the words of the program; null when it did not
 * @param step the one it is at or ended at; null before the first
 * @param total items of the steps begun so far, about; {@code done} and {@code skipped} of them
 * @param found what people should know of
 * @param stepTotal items of this step, and {@code stepDone} of them, since {@code stepBegunAt}
 */
public record Run(
    long id,
    Job job,
    State state,
    boolean planned,
    String asker,
    Instant askedAt,
    Instant startedAt,
    Instant endedAt,
    boolean stopping,
    String failure,
    String step,
    long total,
    long done,
    long skipped,
    long found,
    long stepTotal,
    long stepDone,
    Instant stepBegunAt,
    Instant stepChangedAt) {
  /** Where a run stands. */
  public enum State {
    WANTED,
    RUNNING,
    STOPPED,
    FAILED,
    DONE
  }

  public boolean underWay() {
    return state == State.WANTED || state == State.RUNNING;
  }

  /** Whether it can go on where it stopped. */
  public boolean resumable() {
    return state == State.STOPPED || state == State.FAILED;
  }

  /** Items a second in the step it is at; none in its first second, which tells nothing. */
  public OptionalLong perSecond() {
    if (stepDone == 0 || stepBegunAt == null) {
      return OptionalLong.empty();
    }
    long millis = Duration.between(stepBegunAt, stepChangedAt).toMillis();
    return millis < 1000
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(1, stepDone * 1000 / millis));
  }

  /**
   * Seconds to the end of the step it is at, if it goes on like that; none when it does not run.
   */
  public OptionalLong secondsLeft() {
    var rate = perSecond();
    return state == State.RUNNING && rate.isPresent()
        ? OptionalLong.of(Math.max(0, stepTotal - stepDone) / rate.getAsLong())
        : OptionalLong.empty();
  }

  static Run read(Row row) {
    return new Run(
        row.number("id"),
        row.constant("job", Job.class),
        row.constant("state", State.class),
        row.instant("planned_at") != null,
        row.text("asker"),
        row.instant("asked_at"),
        row.instant("started_at"),
        row.instant("ended_at"),
        row.flag("stopping"),
        row.text("failure"),
        row.text("step"),
        row.number("total"),
        row.number("done"),
        row.number("skipped"),
        row.number("found"),
        row.number("step_total"),
        row.number("step_done"),
        row.instant("step_begun_at"),
        row.instant("step_changed_at"));
  }
}
