package fr.vaguemestre.jobs;

import java.time.Instant;

/**
 * A job of a town: when it runs, and its last run.
 *
 * @param next null when it does not run by the clock
 * @param last null when it never ran
 */
public record JobState(Job job, Schedule schedule, Instant next, Run last) {
  public boolean underWay() {
    return last != null && last.underWay();
  }

  public boolean resumable() {
    return last != null && last.resumable();
  }
}
