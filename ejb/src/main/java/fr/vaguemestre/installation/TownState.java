package fr.vaguemestre.installation;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.installation.SystemState.Fact;
import fr.vaguemestre.installation.SystemState.Level;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a town's own work goes, for its administrators and the operators: numbers and times, nothing
 * of a letter, and documents of sensitive letters outside any circuit are not counted (O4). Counts
 * stop at {@link #MOST}; each is read from an index.
 */
@Stateless
public class TownState {
  /** A count that is this high may be higher. */
  public static final int MOST = 1000;

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration LATER = Duration.ofMinutes(15);
  private static final Duration LATEST = Duration.ofHours(1);

  @Inject Database database;
  @Inject Clock clock;

  /** How many there are and since when the oldest waits; null for none. */
  private record Backlog(long count, Instant oldest) {}

  public static boolean open(Reader reader) {
    return reader.may(Right.OPERATE) || reader.may(Right.ADMIN_ORGANISATION, null);
  }

  public List<Fact> read(Reader reader) {
    if (!open(reader)) {
      throw Refusal.forbidden();
    }
    return List.of(
        none("dead", backlog("select created_at as at from intention where status = 'DEAD'")),
        none(
            "unread",
            backlog(
                "select d.added_at as at from document d join correspondence c on c.tenant_id = d.tenant_id"
                    + " and c.id = d.correspondence_id where d.extraction in ('FAILED', 'NOT_OCRED')"
                    + " and (c.in_circuit or not c.sensitive)")),
        within(
            "waiting",
            LATER,
            backlog("select created_at as at from intention where status in ('READY', 'RUNNING')")),
        within(
            "mail-queue",
            LATEST,
            backlog(
                "select asked_at as at from sending where means = 'EMAIL' and status in ('QUEUED', 'LEAVING')")),
        mail("mail-sent"),
        mail("mail-failed"),
        within(
            "index-lag",
            SOON,
            backlog("select queued_at as at from index_queue where correspondence_id is not null")),
        within(
            "journal",
            SOON,
            backlog(
                "select j.at from journal_unsealed u join journal_entry j on j.tenant_id = u.tenant_id and j.id = u.entry_id")),
        none(
            "jobs",
            backlog(
                "select r.ended_at as at from job_run r where r.state = 'FAILED'"
                    + " and r.id = (select max(l.id) from job_run l where l.job = r.job)")),
        within(
            "closures",
            LATEST,
            backlog("select asked_at as at from closure where done_at is null")));
  }

  private static Fact none(String name, Backlog backlog) {
    return fact(name, backlog.count() == 0, backlog);
  }

  private Fact within(String name, Duration patience, Backlog backlog) {
    var oldest = backlog.oldest();
    return fact(name, oldest == null || oldest.plus(patience).isAfter(clock.instant()), backlog);
  }

  private static Fact fact(String name, boolean good, Backlog backlog) {
    return new Fact(
        name, good ? Level.GOOD : Level.WEAK, Long.toString(backlog.count()), backlog.oldest());
  }

  /** The last e-mail that left, the last that did not: bad while nothing has left since. */
  private Fact mail(String name) {
    var sent = last("SENT");
    var failed = last("FAILED");
    if (name.equals("mail-sent")) {
      return new Fact(name, Level.GOOD, null, sent);
    }
    boolean good = failed == null || sent != null && sent.isAfter(failed);
    return new Fact(name, good ? Level.GOOD : Level.WEAK, null, failed);
  }

  private Instant last(String status) {
    return database
        .first(
            sql(
                "select done_at as at from sending where means = 'EMAIL' and status = ? and done_at is not null order by done_at desc limit 1",
                status),
            row -> row.instant("at"))
        .orElse(null);
  }

  private Backlog backlog(String rows) {
    return database
        .first(counted(rows), row -> new Backlog(row.number("count"), row.instant("oldest")))
        .orElseThrow();
  }

  private static Statement counted(String rows) {
    return sql("select count(*) as count, min(w.at) as oldest from (")
        .add(rows)
        .add("limit ?) w", MOST);
  }
}
