package fr.vaguemestre.it.bench;

import fr.vaguemestre.jobs.Job;
import java.sql.Connection;
import java.sql.SQLException;

/** Night jobs wanted past the services, as the clock wants them, and what their ledger tells. */
final class NightRuns {
  private NightRuns() {}

  /**
   * How the runs of one job went.
   *
   * @param seconds from the wish to the end of the last run
   * @param items carried out, over all towns; {@code skipped} and {@code found} of them
   * @param failed runs that did not end well
   * @param ofTown seconds and items of the run of the {@link Crowd}'s town
   */
  record Told(
      long runs,
      double seconds,
      long items,
      long skipped,
      long found,
      long failed,
      double ofTown,
      long itemsOfTown) {}

  /** In the crowd's town alone. */
  static Told inTown(Job job) {
    return run(job, "t.id = " + Crowd.TOWN);
  }

  /** In all towns that are at work, at once. */
  static Told everywhere(Job job) {
    return run(job, "true");
  }

  private static Told run(Job job, String towns) {
    try (var connection = BenchServer.database("vaguemestre")) {
      long last = Crowd.number(connection, "select nextval('row_id')");
      Crowd.execute(
          connection,
          """
          insert into job_run (tenant_id, id, job, state, asked_at)
          select t.id, nextval('row_id'), '%s', 'WANTED', now() from tenant t
           where t.active and t.founded_at is not null and %s
          on conflict do nothing
          """
              .formatted(job, towns));
      var mine = "r.job = '%s' and r.id > %d".formatted(job, last);
      while (Crowd.number(
              connection,
              "select count(*) from job_run r where r.state in ('WANTED', 'RUNNING') and " + mine)
          > 0) {
        BenchServer.pause(500);
      }
      return told(connection, mine);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Told told(Connection connection, String mine) throws SQLException {
    var sql =
        """
        select count(*), extract(epoch from max(r.ended_at) - min(r.asked_at)), sum(n.done), sum(n.skipped), sum(n.found),
               count(*) filter (where r.state <> 'DONE'),
               max(extract(epoch from r.ended_at - r.started_at)) filter (where r.tenant_id = %1$d),
               coalesce(sum(n.done) filter (where r.tenant_id = %1$d), 0)
          from job_run r cross join lateral (
            select coalesce(sum(s.done), 0) as done, coalesce(sum(s.skipped), 0) as skipped, coalesce(sum(s.found), 0) as found
              from job_step s where s.tenant_id = r.tenant_id and s.run_id = r.id) n
         where %2$s
        """
            .formatted(Crowd.TOWN, mine);
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return new Told(
          row.getLong(1),
          row.getDouble(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5),
          row.getLong(6),
          row.getDouble(7),
          row.getLong(8));
    }
  }
}
