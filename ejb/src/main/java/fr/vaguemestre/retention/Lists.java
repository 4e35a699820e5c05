package fr.vaguemestre.retention;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.qualification.Disposition;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The lists, read, begun and filled. */
@ApplicationScoped
public class Lists {
  /** Lines of a list at most: what one person can go through. */
  static final int LONGEST = 500;

  /** Lists that grow in one transaction; the rest is put on lists the next time. */
  private static final int AT_ONCE = 40;

  @Inject Database database;
  @Inject Tenants tenants;
  @Inject Clock clock;

  RetentionList one(long id) {
    return database
        .first(sql(RetentionList.SELECT).add("where e.id = ?", id), RetentionList::read)
        .orElseThrow(Refusal::notFound);
  }

  /**
   * The same, locked, when it is as it was seen.
   *
   * @throws Refusal NOT_FOUND, STALE
   */
  RetentionList seen(long id, long version) {
    var list = locked(id);
    if (list.version() != version) {
      throw Refusal.stale();
    }
    return list;
  }

  /**
   * The same, locked, as it is then.
   *
   * @throws Refusal NOT_FOUND
   */
  RetentionList locked(long id) {
    database.list(
        sql("select id from retention_list where id = ? for update", id), row -> row.number("id"));
    return one(id);
  }

  void changed(long id) {
    database.update(sql("update retention_list set version = version + 1 where id = ?", id));
  }

  /**
   * Puts what is due and decided that way on lists, as much as one transaction takes; returns the
   * lists that grew.
   */
  List<Long> gather(Disposition kind) {
    // One at a time in a town: a letter on two lists would be refused, a number given twice too.
    database.list(
        sql("select pg_advisory_xact_lock(50, ?)", tenants.current().id()), row -> "locked");
    database.list(
        sql(
            "select id from retention_line where state = 'DUE' and outcome = ? order by id limit ? for update",
            kind,
            AT_ONCE * LONGEST),
        row -> "locked"); // before the lists, as everybody does
    var grown = new ArrayList<Long>();
    while (grown.size() < AT_ONCE && waiting(kind)) {
      long list = open(kind);
      database.update(
          sql(
              """
              update retention_line set state = 'PROPOSED', list_id = ?, version = version + 1
               where id in (select l.id from retention_line l where l.state = 'DUE' and l.outcome = ? order by l.id
                             limit ? - (select count(*) from retention_line o where o.list_id = ?) for update)
              """,
              list,
              kind,
              LONGEST,
              list));
      changed(list);
      grown.add(list);
    }
    return grown;
  }

  private boolean waiting(Disposition kind) {
    return database
        .first(
            sql("select id from retention_line where state = 'DUE' and outcome = ? limit 1", kind),
            row -> row.number("id"))
        .isPresent();
  }

  /** The last proposed list if it has room, or a new one. */
  private long open(Disposition kind) {
    return database
        .first(
            sql(
                """
                select e.id from retention_list e
                 where e.id = (select max(o.id) from retention_list o where o.kind = ? and o.state = 'PROPOSED') and e.state = 'PROPOSED'
                   and (select count(*) from retention_line l where l.tenant_id = e.tenant_id and l.list_id = e.id) < ?
                 for update of e
                """,
                kind,
                LONGEST),
            row -> row.number("id"))
        .orElseGet(() -> begin(kind));
  }

  private long begin(Disposition kind) {
    int year = tenants.current().today(clock).getYear();
    var beginning = (kind == Disposition.DESTROY ? "E-" : "V-") + year + "-";
    return database
        .first(
            sql(
                """
                insert into retention_list (id, version, number, kind, state, made_at)
                select nextval('row_id'), 1, ? || lpad(cast(count(*) + 1 as text), greatest(3, length(cast(count(*) + 1 as text))), '0'), ?, 'PROPOSED', ?
                  from retention_list where number like ? returning id
                """,
                beginning,
                kind,
                clock.instant(),
                beginning + "%"),
            row -> row.number("id"))
        .orElseThrow();
  }
}
