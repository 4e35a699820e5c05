package fr.vaguemestre.api.jobs;

import fr.vaguemestre.jobs.JobState;
import fr.vaguemestre.jobs.Run;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * A job as the API shows it.
 *
 * @param at {@code HH:mm} in the town's time zone
 * @param days on which it runs; none when it is started by people only
 * @param next null when it does not run by the clock
 * @param last null when it never ran
 */
public record JobItem(String name, String at, List<DayOfWeek> days, Instant next, LastRun last) {
  /**
   * @param state {@code WANTED} (waits for its turn), {@code RUNNING}, {@code STOPPED}, {@code
   *     FAILED} or {@code DONE}
   * @param total items, about; {@code done} and {@code skipped} of them
   * @param found what was found and should be known
   * @param perSecond items a second in the step it is at; {@code secondsLeft} of that step; null
   *     when not known
   * @param failure in the words of the program; null when it did not fail
   */
  public record LastRun(
      long id,
      String state,
      Instant askedAt,
      Instant startedAt,
      Instant endedAt,
      String step,
      long total,
      long done,
      long skipped,
      long found,
      Long perSecond,
      Long secondsLeft,
      String failure) {}

  static JobItem of(JobState job) {
    var hours = job.schedule();
    return new JobItem(
        job.job().title(),
        hours.at().toString(),
        hours.active() ? hours.days().stream().sorted().toList() : List.of(),
        job.next(),
        job.last() == null ? null : of(job.last()));
  }

  private static LastRun of(Run run) {
    return new LastRun(
        run.id(),
        run.state().name(),
        run.askedAt(),
        run.startedAt(),
        run.endedAt(),
        run.step(),
        run.total(),
        run.done(),
        run.skipped(),
        run.found(),
        orNull(run.perSecond()),
        orNull(run.secondsLeft()),
        run.failure());
  }

  private static Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
