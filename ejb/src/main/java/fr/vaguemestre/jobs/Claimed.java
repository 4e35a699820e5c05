package fr.vaguemestre.jobs;

import fr.vaguemestre.platform.db.Row;

/**
 * A run as whoever carries it out sees it.
 *
 * @param execution its number in the server's job repository; null before it was ever started
 * @param stopping whether it is to be stopped: asked for, or its town works no more
 * @param request what finds its log lines: the request it was asked for by, or a word of its own
 */
public record Claimed(
    int tenant, long id, Job job, Long execution, boolean stopping, String request) {
  static Claimed read(Row row) {
    return new Claimed(
        (int) row.number("tenant_id"),
        row.number("id"),
        row.constant("job", Job.class),
        row.numberOrNull("execution_id"),
        row.flag("stopping"),
        row.text("request_id"));
  }
}
