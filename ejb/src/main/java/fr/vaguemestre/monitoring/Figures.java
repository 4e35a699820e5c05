package fr.vaguemestre.monitoring;

import fr.vaguemestre.jobs.Job;
import fr.vaguemestre.outbox.Lane;
import java.time.Instant;
import java.util.List;

/**
 * What waits in the database, all towns together, as of one look.
 *
 * @param index letters the search does not know yet, of towns that are open: those of a suspended
 *     one wait for it
 * @param unindexed letters that the index could not take, or only without their texts
 * @param journal entries not yet sealed
 * @param archive of PostgreSQL's log; null where {@code archive_mode} is off
 * @param doubtfulMails mails of the last seven days of which nobody knows whether they left
 * @param schema version of the last migration
 * @param database version of the database server
 */
public record Figures(
    Instant at,
    List<LaneDepth> lanes,
    Backlog index,
    long unindexed,
    Backlog journal,
    Archive archive,
    List<JobLast> jobs,
    long doubtfulMails,
    String schema,
    String database) {

  /** {@code oldest} is null when there is none. */
  public record Backlog(long count, Instant oldest) {}

  /**
   * What PostgreSQL tells of its archiver ({@code pg_stat_archiver}), since its figures were reset.
   *
   * @param lastAt when a segment was last archived, null for never
   * @param failedAt when one last was not, null for never
   * @param failed the segment that was not, null for none
   */
  public record Archive(Instant lastAt, Instant failedAt, String failed) {
    /** The last attempt failed: from that segment on, no moment can be brought back. */
    public boolean failing() {
      return failedAt != null && (lastAt == null || failedAt.isAfter(lastAt));
    }
  }

  /** {@code oldest}: since when the oldest ready one waits, null for none. */
  public record LaneDepth(Lane lane, long waiting, long running, long dead, Instant oldest) {}

  /**
   * The last runs of a job, one a town.
   *
   * @param endedAt when the latest of them ended, null for never
   * @param seconds how long the longest took, 0 when none has ended
   * @param failed towns whose last run failed
   */
  public record JobLast(Job job, Instant endedAt, double seconds, long running, long failed) {}

  public long dead() {
    return lanes.stream().mapToLong(LaneDepth::dead).sum();
  }

  public long failedJobs() {
    return jobs.stream().mapToLong(JobLast::failed).sum();
  }

  /** Since when the oldest intention of any lane waits; null for none. */
  public Instant oldest() {
    return lanes.stream()
        .map(LaneDepth::oldest)
        .filter(at -> at != null)
        .min(Instant::compareTo)
        .orElse(null);
  }
}
