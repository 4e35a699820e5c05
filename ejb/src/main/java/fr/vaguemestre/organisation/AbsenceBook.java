package fr.vaguemestre.organisation;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the absences. Rights are checked by {@code access.Absences}, which alone writes here; an
 * agent's absences never overlap.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AbsenceBook {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
  private static final String SHARE =
      """
      select a.agent_id, s.basket, s.replacement_id, a.starts_at, a.ends_at from absence a
        join absence_share s on s.tenant_id = a.tenant_id and s.absence_id = a.id
       where a.cancelled_at is null and""";

  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject Organisation organisation;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** A new absence, or another wording of one that is not over. Returns its id. */
  public long save(Absence known, AbsenceWish wish, long by) {
    var agent = organisation.activeAgent("agent", wish.agent());
    em.lock(agent, LockModeType.PESSIMISTIC_WRITE);
    var absence = known == null ? new Absence(agent.id(), by, clock.instant()) : known;
    absence.last(wish.startsAt(), wish.endsAt(), clock.instant());
    refuseOverlap(absence.id(), agent, wish);
    absence.share(shares(agent, wish.baskets()));
    em.persist(absence);
    em.flush();
    return absence.id();
  }

  /** An absence that is not over, as the reader of the form saw it. */
  public Absence open(long id, long seenVersion) {
    var absence = Optional.ofNullable(em.find(Absence.class, id)).orElseThrow(Refusal::notFound);
    if (absence.version() != seenVersion) {
      throw Refusal.stale();
    }
    absence.refuseOver(clock.instant());
    return absence;
  }

  public void cancel(Absence absence) {
    absence.cancel(clock.instant());
    em.flush();
  }

  /** Every share, running or to come, along which a basket may reach this agent. */
  public List<Replacements.Share> concerning(long agent, Instant now) {
    return chain(
        sql("a.ends_at > ?", now),
        sql("replacement_id = ?", agent),
        "g.replacement_id = c.agent_id");
  }

  /** The agent's own absence, running or next: its beginning and end. */
  public Optional<Replacements.Share> own(long agent, Instant now) {
    return database.first(
        sql(
            "select agent_id, '' as basket, 0 as replacement_id, starts_at, ends_at from absence where agent_id = ? and cancelled_at is"
                + " null and ends_at > ? order by starts_at limit 1",
            agent,
            now),
        AbsenceBook::share);
  }

  /** The loops that this agent's shares close with others of the same time. */
  public Set<Replacements.Loop> loops(long agent, Instant from, Instant until) {
    return Replacements.loops(
        agent,
        chain(
            sql("a.starts_at < ? and a.ends_at > ?", until, from),
            sql("agent_id = ?", agent),
            "g.agent_id = c.replacement_id"));
  }

  private List<Replacements.Share> chain(Statement when, Statement first, String link) {
    return database.list(
        sql("with recursive given as not materialized (" + SHARE)
            .add(when)
            .add("), chain as (select * from given where")
            .add(first)
            .add("union select g.* from given g join chain c on g.basket = c.basket and " + link)
            .add(") select * from chain"),
        AbsenceBook::share);
  }

  private void refuseOverlap(Long id, Agent agent, AbsenceWish wish) {
    database
        .first(
            sql(
                "select starts_at, ends_at from absence where agent_id = ? and cancelled_at is null and starts_at < ? and ends_at > ? and"
                    + " id <> ?",
                agent.id(),
                wish.endsAt(),
                wish.startsAt(),
                id == null ? 0 : id),
            row -> List.of(said(row.instant("starts_at")), said(row.instant("ends_at"))))
        .ifPresent(
            other -> {
              throw Refusal.field(
                  "startsAt", "organisation.absence-overlaps", other.get(0), other.get(1));
            });
  }

  private Set<AbsenceShare> shares(Agent absent, List<AbsenceWish.Given> baskets) {
    var shares = new HashSet<AbsenceShare>();
    for (var given : baskets) {
      var replacement = organisation.activeAgent("baskets", given.replacement());
      if (replacement.id().equals(absent.id())) {
        throw Refusal.field("baskets", "organisation.absence-replaces-self", absent.name());
      }
      shares.add(new AbsenceShare(given.basket(), replacement.id()));
    }
    return shares;
  }

  private String said(Instant instant) {
    return DAY.format(instant.atZone(tenants.current().zone()));
  }

  private static Replacements.Share share(Row row) {
    return new Replacements.Share(
        row.number("agent_id"),
        row.text("basket"),
        row.number("replacement_id"),
        row.instant("starts_at"),
        row.instant("ends_at"));
  }
}
