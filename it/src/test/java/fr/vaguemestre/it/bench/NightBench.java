package fr.vaguemestre.it.bench;

import fr.vaguemestre.jobs.Job;
import java.sql.SQLException;
import java.util.stream.Stream;

/**
 * The nights of a large town and of many small ones, job after job as the clock has them, each in
 * all towns at once: {@code ./vaguemestre bench night [open=100000] [towns=400] [letters=1000]
 * [nights=2] [hours=6]}. The large town has ten times {@code open} letters, a tenth of them open,
 * the small ones {@code letters} each. The first night finds what no night has told yet, the second
 * is like any other. Ends with 1 when a run failed, left something out, or a night is longer than
 * {@code hours}.
 */
public final class NightBench {
  private static final int OF_ALL = 10;

  private NightBench() {}

  public static void main(String[] words) throws SQLException {
    var options = new Options(words);
    int open = options.number("open", 100_000);
    BenchServer.start();
    SmallTowns.found(options.number("towns", 400));
    SmallTowns.fill(options.number("letters", 1000));
    FilledIndex.make(OF_ALL * open);
    Texts.files(OF_ALL * open);
    answered();
    journal(open);
    double window = options.number("hours", 6) * 3600;
    var report =
        new Report(
            "night-" + open,
            "Night",
            "Job",
            "Towns",
            "Seconds",
            "Items",
            "Items a second",
            "The large town alone, seconds",
            "Items",
            "Left out",
            "Found",
            "Failed",
            "Share of the window, %");
    boolean held = true;
    for (int night = 1; night <= options.number("nights", 2); night++) {
      held &= night(report, night, window);
    }
    System.exit(held ? 0 : 1);
  }

  private static boolean night(Report report, int night, double window) {
    double all = 0;
    long bad = 0;
    for (var job : Stream.of(Job.values()).filter(job -> job.byDefault().active()).toList()) {
      var told = NightRuns.everywhere(job);
      row(report, night, job.title(), told, window);
      all += told.seconds();
      bad += told.failed() + told.skipped();
    }
    report.row(night, "all", "", all, "", "", "", "", "", "", "", 100 * all / window);
    return bad == 0 && all <= window;
  }

  private static void row(
      Report report, int night, String job, NightRuns.Told told, double window) {
    report.row(
        night,
        job,
        told.runs(),
        told.seconds(),
        told.items(),
        told.items() / told.seconds(),
        told.ofTown(),
        told.itemsOfTown(),
        told.skipped(),
        told.found(),
        told.failed(),
        100 * told.seconds() / window);
  }

  /**
   * The closed letters of the large town had their decision notified: silence decides few of them.
   */
  private static void answered() throws SQLException {
    try (var connection = Crowd.replica()) {
      Crowd.execute(
          connection,
          """
          insert into legal_request (tenant_id, correspondence_id, regime, regime_reason, months, settled, notified_on)
            select c.tenant_id, c.id, t.regime, 'TEXT', 2, 'DECIDED', cast(c.state_since as date)
              from correspondence c join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id
             where c.tenant_id = %d and c.id > %d and c.closed and t.regime <> 'NONE'
            on conflict do nothing;
          analyze legal_request
          """
              .formatted(Crowd.TOWN, Crowd.LETTER));
    }
  }

  /** An entry of the journal for each open letter, and the time the server takes to seal them. */
  private static void journal(int open) throws SQLException {
    try (var connection = Crowd.replica()) {
      Crowd.execute(
          connection,
          """
          with entry as (
            insert into journal_entry (tenant_id, id, at, actor_id, correspondence_id, action, state_after, facts)
            select c.tenant_id, nextval('row_id'), c.registered_at, c.registrant_id, c.id, 'REGISTER', 'TO_QUALIFY', ''
              from correspondence c
             where c.tenant_id = %1$d and c.id > %2$d and not c.closed
               and not exists (select 1 from journal_entry j where j.tenant_id = c.tenant_id and j.correspondence_id = c.id)
            returning tenant_id, id)
          insert into journal_unsealed (tenant_id, entry_id) select tenant_id, id from entry
          """
              .formatted(Crowd.TOWN, Crowd.LETTER));
      while (Crowd.number(connection, "select count(*) from journal_unsealed") > 0) {
        BenchServer.pause(1000);
      }
    }
  }
}
