package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.organisation.AbsenceBook;
import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.organisation.Replacements;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the {@link Reader} of an agent. What it finds is kept until the town's organisation changes
 * or an absence that concerns them begins or ends, to the second: every change of chart, agents,
 * rights, absences or passwords moves the town's epoch ({@link #organisationChanged}).
 */
@Stateless
public class Readers {
  @Inject Database database;
  @Inject ReaderCache cache;
  @Inject AbsenceBook absences;
  @Inject Lending.OfBaskets baskets;
  @Inject Clock clock;

  /** The reader for an active agent of the current town; none while the town is closed (ORG7). */
  public Optional<Reader> of(long agent) {
    var tenant = TenantContext.required();
    return database
        .first(
            sql("select organisation_epoch from tenant where id = ? and active", tenant),
            r -> r.number("organisation_epoch"))
        .flatMap(
            epoch -> cache.get(tenant, agent, epoch, clock.instant(), () -> load(tenant, agent)));
  }

  /**
   * The reader as the current transaction would leave them, never kept: what it wrote may be rolled
   * back.
   */
  public Optional<Reader> asItStands(long agent) {
    return load(TenantContext.required(), agent).map(ReaderCache.Timed::reader);
  }

  /** What an agent's posts and groups amount to, be their account open or closed; never kept. */
  public Optional<Reader> asIfOpen(long agent) {
    return database.first(
        sql("select * from agent where id = ?", agent), row -> read(TenantContext.required(), row));
  }

  /** To be called in the transaction of every change to chart, agents, rights or credentials. */
  public void organisationChanged() {
    database.update(
        sql(
            "update tenant set organisation_epoch = organisation_epoch + 1 where id = ?",
            TenantContext.required()));
  }

  private Optional<ReaderCache.Timed> load(int tenant, long agent) {
    return alone(tenant, agent).map(reader -> now(reader, clock.instant()));
  }

  private Optional<Reader> alone(int tenant, long agent) {
    return database.first(
        sql("select * from agent where id = ? and active", agent), row -> read(tenant, row));
  }

  /** With those they stand in for, until an absence of concern begins or ends. */
  private ReaderCache.Timed now(Reader reader, Instant now) {
    var shares = absences.concerning(reader.agent(), now);
    var loans =
        Replacements.heldBy(reader.agent(), shares, now).entrySet().stream()
            .flatMap(
                held ->
                    alone(reader.tenant(), held.getKey())
                        .map(absent -> loan(reader, absent, held.getValue()))
                        .stream())
            .toList();
    var own = absences.own(reader.agent(), now);
    var away = own.filter(absence -> absence.runs(now)).map(Replacements.Share::until);
    var concerns = Stream.concat(shares.stream(), own.stream()).toList();
    var until =
        Stream.concat(
                Replacements.nextChange(concerns, now).stream(), loans.stream().map(Loan::until))
            .min(Instant::compareTo);
    return new ReaderCache.Timed(
        reader.with(loans.stream().map(Loan::standIn).toList(), away.orElse(null)),
        until.orElse(Instant.MAX));
  }

  private Loan loan(Reader reader, Reader absent, Replacements.Held held) {
    var lent = absent.lentTo(reader.agent(), baskets.lent(held.baskets()));
    var contents = baskets.contents(lent, held.baskets());
    return new Loan(
        new StandIn(lent, held.baskets(), contents.condition(), held.until()), contents.until());
  }

  /** A stand-in and until when what it lends is told right. */
  private record Loan(StandIn standIn, Instant until) {}

  private Reader read(int tenant, Row row) {
    long agent = row.number("id");
    var posts =
        database.list(
            sql(
                """
                select p.unit_id, p.function, p.main, u.code, u.kind from post p
                  join unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id where p.agent_id = ?
                 order by p.main desc, p.id
                """,
                agent),
            Readers::place);
    var seated = posts.stream().filter(p -> !p.function().elected()).toList();
    var own = seated.stream().map(Place::unit).distinct().toList();
    var branch = branch(own);
    var grants = grants(agent);
    var facts =
        new Visibility.ReaderFacts(
            agent,
            branch,
            seated.stream().anyMatch(p -> underCabinet(p.unit())),
            seated.stream().anyMatch(p -> "DG".equals(p.kind())),
            confidential(grants.get(Right.READ_CONFIDENTIAL), own, branch));
    return new Reader(
        tenant,
        agent,
        row.text("login"),
        row.text("first_name") + " " + row.text("last_name"),
        row.text("job_title"),
        posts.isEmpty() ? null : posts.getFirst().code(),
        (int) row.number("credential_version"),
        new HashSet<>(own),
        new HashSet<>(branch),
        grants,
        row.flag("machine") ? Set.of() : Visibility.heldBy(facts));
  }

  /**
   * Of several groups that give a right, the widest perimeter. Whatever a group of another town
   * says, the right on the platform holds in the platform's own town only (ORG7).
   */
  private Map<Right, Perimeter> grants(long agent) {
    var grants = new EnumMap<Right, Perimeter>(Right.class);
    database
        .list(
            sql(
                """
                select r.granted, r.perimeter from agent_group g
                  join privilege_group_right r on r.tenant_id = g.tenant_id and r.group_id = g.group_id
                 where g.agent_id = ?
                   and (r.granted <> 'ADMIN_PLATFORM' or exists (select 1 from tenant t where t.id = r.tenant_id and t.platform))
                """,
                agent),
            row ->
                Map.entry(
                    row.constant("granted", Right.class),
                    row.constant("perimeter", Perimeter.class)))
        .forEach(
            g -> grants.merge(g.getKey(), g.getValue(), (one, two) -> one.covers(two) ? one : two));
    return grants;
  }

  /** A confidential letter is never read above one's branch, whatever the perimeter. */
  private static List<Long> confidential(Perimeter perimeter, List<Long> own, List<Long> branch) {
    return perimeter == null ? List.of() : perimeter == Perimeter.OWN_UNIT ? own : branch;
  }

  private List<Long> branch(List<Long> units) {
    return database.list(
        sql(
            """
            with recursive branch as (
              select u.tenant_id, u.id from unit u where u.id = any(?)
              union
              select u.tenant_id, u.id from unit u join branch b on b.tenant_id = u.tenant_id and b.id = u.parent_id
            )
            select id from branch
            """,
            units),
        row -> row.number("id"));
  }

  private boolean underCabinet(long unit) {
    return database.count(
            sql(
                """
                with recursive up as (
                  select u.tenant_id, u.id, u.parent_id, u.kind from unit u where u.id = ?
                  union
                  select u.tenant_id, u.id, u.parent_id, u.kind from unit u join up on up.tenant_id = u.tenant_id and up.parent_id = u.id
                )
                select count(*) as count from up where kind = 'CABINET'
                """,
                unit))
        > 0;
  }

  private static Place place(Row row) {
    return new Place(
        row.number("unit_id"),
        row.constant("function", Function.class),
        row.text("code"),
        row.text("kind"));
  }

  private record Place(long unit, Function function, String code, String kind) {}
}
