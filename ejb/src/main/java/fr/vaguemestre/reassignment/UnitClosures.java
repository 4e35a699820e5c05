package fr.vaguemestre.reassignment;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.approval.ChainSuccession;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.Unit;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/**
 * Closing a unit (ORG1). The chart changes at once: its people, units, templates, chains and lists
 * go to the successor, under which the closed unit goes too, so that whoever takes over sees all it
 * had. The letters follow in batches.
 */
@Stateless
public class UnitClosures {
  @PersistenceContext EntityManager em;
  @Inject Organisation organisation;
  @Inject Holdings holdings;
  @Inject ChainSuccession chains;
  @Inject Database database;
  @Inject Readers readers;
  @Inject Outbox outbox;
  @Inject Journal journal;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** What the unit (code) holds, to be told before it is closed. */
  public Held preview(Reader reader, String code) {
    return holdings.ofUnit(needed(reader, code).id());
  }

  /**
   * Closes the unit.
   *
   * @param successor the code of the unit that takes over: open, and neither this one nor below it
   * @return the closure, to follow the letters
   */
  public long close(Reader reader, String code, String successor, long seenVersion) {
    reader.need(Right.ADMIN_ORGANISATION);
    readers.organisationChanged();
    var unit = needed(reader, code);
    if (unit.version() != seenVersion || !unit.open()) {
      throw Refusal.stale();
    }
    var to = successor(reader, unit, successor);
    var closure =
        Closure.ofUnit(
            unit.id(),
            to.id(),
            unit.parent().id(),
            holdings.ofUnit(unit.id()).later(),
            reader.agent(),
            clock.instant());
    handOnTheChart(unit.id(), to.id());
    chains.ofUnit(unit.id(), to.id());
    unit.close(tenants.find(reader.tenant()).orElseThrow().today(clock), to);
    em.persist(closure);
    em.flush();
    outbox.intend(Kind.REASSIGN, closure.id());
    journal.administration(reader, "CLOSE_UNIT", code);
    return closure.id();
  }

  /** Opens the unit again where it was; what was handed on stays with those who have it. */
  public void reopen(Reader reader, String code) {
    reader.need(Right.ADMIN_ORGANISATION);
    readers.organisationChanged();
    var unit = needed(reader, code);
    if (unit.open()) {
      throw Refusal.stale();
    }
    var closure =
        em.createQuery(
                "select c from Closure c where c.unit = :unit order by c.id desc", Closure.class)
            .setParameter("unit", unit.id())
            .setMaxResults(1)
            .getResultStream()
            .findFirst();
    if (closure.filter(c -> !c.isDone()).isPresent()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "reassignment.not-done-yet");
    }
    var before = closure.map(c -> em.find(Unit.class, c.parentBefore())).orElse(unit.parent());
    var open = before.open() && !organisation.below(unit.id()).contains(before.id());
    unit.reopen(open ? before : unit.parent());
    closure.ifPresent(c -> c.reopened(clock.instant()));
    journal.administration(reader, "REOPEN_UNIT", code);
  }

  private Unit needed(Reader reader, String code) {
    var unit = organisation.unit(code).orElseThrow(Refusal::notFound);
    reader.need(Right.ADMIN_ORGANISATION, unit.id());
    if (unit.parent() == null) {
      throw Refusal.field("to", "organisation.top-stays");
    }
    reader.need(Right.ADMIN_ORGANISATION, unit.parent().id());
    return unit;
  }

  private Unit successor(Reader reader, Unit unit, String code) {
    var to = organisation.openUnit("to", code == null ? "" : code);
    reader.need(Right.ADMIN_ORGANISATION, to.id());
    if (to.seesTheTown() && !unit.seesTheTown() && !reader.may(Right.ADMIN_ORGANISATION, null)) {
      throw Refusal.field("to", "access.sight-of-the-town");
    }
    if (organisation.below(unit.id()).contains(to.id())) {
      throw Refusal.field("to", "reassignment.successor-below", unit.label());
    }
    return to;
  }

  private void handOnTheChart(long unit, long to) {
    database.update(
        sql(
            "update unit set parent_id = ?, version = version + 1 where parent_id = ? and closed_on is null",
            to,
            unit));
    posts(unit, to);
    database.update(
        sql(
            """
            delete from distribution d where d.copy_unit_id = ? and (d.unit_id = ? or exists
              (select 1 from distribution o where o.tenant_id = d.tenant_id and o.unit_id = d.unit_id and o.copy_unit_id = ?))
            """,
            unit,
            to,
            to));
    database.update(
        sql(
            "update generic_mailbox set unit_id = ?, version = version + 1 where unit_id = ?",
            to,
            unit));
    database.update(
        sql(
            "update api_client set unit_id = ?, version = version + 1 where unit_id = ?",
            to,
            unit));
    database.update(
        sql(
            "update api_client set perimeter_unit_id = ?, version = version + 1 where perimeter_unit_id = ?",
            to,
            unit));
    database.update(
        sql(
            "update acknowledgement_text t set unit_id = ? where unit_id = ? and not exists (select 1 from acknowledgement_text o"
                + " where o.tenant_id = t.tenant_id and o.unit_id = ? and o.kind = t.kind and o.paper = t.paper and o.since = t.since)",
            to,
            unit,
            to));
    database.update(
        sql("update distribution set copy_unit_id = ? where copy_unit_id = ?", to, unit));
    database.update(
        sql(
            "update task set asking_unit_id = ?, version = version + 1 where asking_unit_id = ?"
                + " and answered_at is null and withdrawn_at is null",
            to,
            unit));
    database.update(
        sql(
            "update reply_template set unit_id = ?, version = version + 1 where unit_id = ?",
            to,
            unit));
    database.update(
        sql(
            """
            update standard_answer s set unit_id = ?, version = version + 1,
                   title = case when exists (select 1 from standard_answer o where o.tenant_id = s.tenant_id and o.unit_id = ?
                     and lower(o.title) = lower(s.title)) then left(s.title, 140) || ' (' || s.id || ')' else s.title end
             where unit_id = ?
            """,
            to,
            to,
            unit));
    database.update(
        sql(
            "update kept_search set unit_id = ?, version = version + 1 where unit_id = ?",
            to,
            unit));
    database.update(
        sql(
            "update document_type set default_unit_id = ?, version = version + 1 where default_unit_id = ?",
            to,
            unit));
  }

  /** Somebody who has the same function in both units keeps one post, the main one if it was. */
  private void posts(long unit, long to) {
    var mains =
        database.list(
            sql(
                """
                delete from post p using post o
                 where p.unit_id = ? and o.tenant_id = p.tenant_id and o.unit_id = ? and o.agent_id = p.agent_id
                   and o.function = p.function returning o.id, p.main
                """,
                unit,
                to),
            row -> row.flag("main") ? row.number("id") : -1);
    database.update(sql("update post set main = true where id = any(?)", mains));
    database.update(
        sql("update post set unit_id = ?, version = version + 1 where unit_id = ?", to, unit));
  }
}
