package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Absence;
import fr.vaguemestre.organisation.AbsenceBook;
import fr.vaguemestre.organisation.AbsenceLine;
import fr.vaguemestre.organisation.AbsenceWish;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Declaring, changing and cancelling absences: one's own, or another's for an administrator of the
 * whole organisation, who can then not be the replacement. Each is journalled, and true at once.
 */
@Stateless
public class Absences {
  private static final int MOST = 500;

  @PersistenceContext EntityManager em;
  @Inject AbsenceBook book;
  @Inject Readers readers;
  @Inject Journal journal;
  @Inject Lending.OfBaskets baskets;
  @Inject Database database;
  @Inject Clock clock;

  /**
   * Returns the absence as it was kept, with the loops it makes with others: those baskets nobody
   * inherits.
   */
  public AbsenceLine declare(Reader reader, @Valid AbsenceWish wish) {
    return keep(reader, null, wish, "DECLARE_ABSENCE");
  }

  /** Another wording of an absence that is not over. */
  public AbsenceLine change(Reader reader, long id, long seenVersion, @Valid AbsenceWish wish) {
    var known = book.open(id, seenVersion);
    if (!login(known.agent()).equals(wish.agent())) {
      throw Refusal.notFound();
    }
    return keep(reader, known, wish, "CHANGE_ABSENCE");
  }

  /** Before it began, takes it away; while it runs, ends it now. */
  public void cancel(Reader reader, long id, long seenVersion) {
    var known = book.open(id, seenVersion);
    var login = login(known.agent());
    refuseOthers(reader, login);
    book.cancel(known);
    changed(reader, "CANCEL_ABSENCE", id, login);
  }

  public AbsenceLine get(Reader reader, long id) {
    var line = lines(sql("x.id = ?", id)).stream().findFirst().orElseThrow(Refusal::notFound);
    if (!reader.login().equals(line.login()) && !reader.may(Right.ADMIN_ORGANISATION, null)) {
      throw Refusal.notFound();
    }
    return line;
  }

  /** One agent's absences that are not over, soonest first. */
  public List<AbsenceLine> of(Reader reader, String login) {
    refuseOthers(reader, login);
    return lines(sql("a.login = ? and x.ends_at > ?", login, clock.instant()));
  }

  /** Everybody's absences that are not over. */
  public List<AbsenceLine> all(Reader reader) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    return lines(sql("x.ends_at > ?", clock.instant()));
  }

  /** The baskets that this agent can share, in their order: code and label. */
  public Map<String, String> shareable(Reader reader, String login) {
    refuseOthers(reader, login);
    return database
        .first(
            sql("select id from agent where login = ? and active", login), row -> row.number("id"))
        .flatMap(readers::of)
        .map(baskets::shareable)
        .orElseThrow(() -> Refusal.field("agent", "organisation.unknown-agent", login));
  }

  private AbsenceLine keep(Reader reader, Absence known, AbsenceWish wish, String action) {
    refuseOthers(reader, wish.agent());
    refuseOneself(reader, wish);
    refuseUnshared(reader, wish);
    var id = book.save(known, wish, reader.agent());
    changed(reader, action, id, wish.agent());
    return get(reader, id);
  }

  private static void refuseOthers(Reader reader, String login) {
    if (!reader.login().equals(login)) {
      reader.need(Right.ADMIN_ORGANISATION, null);
    }
  }

  /** Who could lend themselves the letters of anybody would have no need of rights. */
  private static void refuseOneself(Reader reader, AbsenceWish wish) {
    if (!reader.login().equals(wish.agent())
        && wish.baskets().stream().anyMatch(b -> b.replacement().equals(reader.login()))) {
      throw Refusal.field("baskets", "access.absence-lends-to-oneself");
    }
  }

  private void refuseUnshared(Reader reader, AbsenceWish wish) {
    var known = shareable(reader, wish.agent());
    for (var given : wish.baskets()) {
      if (!known.containsKey(given.basket())) {
        throw Refusal.field("baskets", "access.absence-basket", given.basket());
      }
    }
  }

  private void changed(Reader reader, String action, long id, String login) {
    readers.organisationChanged();
    journal.record(reader, null, action, null, null, Map.of("code", login, "absence", id), null);
  }

  private String login(long agent) {
    return database
        .first(sql("select login from agent where id = ?", agent), row -> row.text("login"))
        .orElseThrow();
  }

  private List<AbsenceLine> lines(Statement which) {
    return database
        .list(
            sql("""
                    select x.*, a.login, a.first_name || ' ' || a.last_name as name,
                           case when x.entered_by = x.agent_id then null else e.first_name || ' ' || e.last_name end as by_whom
                      from absence x
                      join agent a on a.tenant_id = x.tenant_id and a.id = x.agent_id
                      join agent e on e.tenant_id = x.tenant_id and e.id = x.entered_by
                     where x.cancelled_at is null and
                    """)
                .add(which)
                .add("order by x.starts_at, x.id limit ?", MOST),
            row -> line(row, loops(row)))
        .stream()
        .toList();
  }

  private AbsenceLine line(Row row, List<AbsenceLine.Loop> loops) {
    return new AbsenceLine(
        row.number("id"),
        row.number("version"),
        row.text("login"),
        row.text("name"),
        row.instant("starts_at"),
        row.instant("ends_at"),
        row.text("by_whom"),
        given(row.number("id")),
        loops);
  }

  private List<AbsenceLine.Given> given(long absence) {
    return database.list(
        sql(
            """
            select s.basket, b.label, r.login, r.first_name || ' ' || r.last_name as name from absence_share s
              join basket b on b.tenant_id = s.tenant_id and b.code = s.basket
              join agent r on r.tenant_id = s.tenant_id and r.id = s.replacement_id
             where s.absence_id = ? order by b.position, b.code, r.last_name, r.id
            """,
            absence),
        row ->
            new AbsenceLine.Given(
                row.text("basket"), row.text("label"), row.text("login"), row.text("name")));
  }

  private List<AbsenceLine.Loop> loops(Row row) {
    var loops =
        book.loops(row.number("agent_id"), row.instant("starts_at"), row.instant("ends_at"));
    if (loops.isEmpty()) {
      return List.of();
    }
    var names = names(loops.stream().flatMap(l -> l.agents().stream()).toList());
    var labels = labels(loops.stream().map(l -> l.basket()).collect(Collectors.toSet()));
    return loops.stream()
        .map(
            l ->
                new AbsenceLine.Loop(
                    labels.get(l.basket()), l.agents().stream().map(names::get).toList()))
        .toList();
  }

  private Map<Long, String> names(Collection<Long> agents) {
    return database
        .list(
            sql(
                "select id, first_name || ' ' || last_name as name from agent where id = any(?)",
                new TreeSet<>(agents)),
            row -> Map.entry(row.number("id"), row.text("name")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map<String, String> labels(Set<String> codes) {
    return database
        .list(
            sql("select code, label from basket where code = any(?)", codes),
            row -> Map.entry(row.text("code"), row.text("label")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
