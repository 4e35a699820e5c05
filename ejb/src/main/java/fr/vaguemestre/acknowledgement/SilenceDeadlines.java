package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Right;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.notification.LegalDeadlines;
import fr.vaguemestre.notification.Reason;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Warns whoever may give back a letter held in quarantine that silence is about to decide of it
 * (L231-1, L231-4), for {@value #AHEAD} days: nobody else works on it, and the clock goes on.
 */
@ApplicationScoped
public class SilenceDeadlines implements LegalDeadlines {
  private static final int AHEAD = 10;

  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject LegalRequests requests;

  @Override
  public List<Due> of(Collection<Long> letters, LocalDate today) {
    return held(letters).stream().flatMap(letter -> due(letter, today).stream()).toList();
  }

  /** Whether it is told of a day. */
  static boolean near(LocalDate decided, LocalDate today) {
    return !decided.isBefore(today) && !decided.isAfter(today.plusDays(AHEAD));
  }

  private Optional<Due> due(long id, LocalDate today) {
    var facts = requests.facts(em.find(Correspondence.class, id));
    return facts.question().faults().isEmpty()
        ? requests
            .decision(facts)
            .filter(on -> near(on, today))
            .map(on -> new Due(id, Reason.SILENCE_NEAR, on, Right.QUALIFY))
        : Optional.empty();
  }

  /** Those held that silence may decide of. */
  private List<Long> held(Collection<Long> letters) {
    return database.list(
        sql(
            """
            select q.correspondence_id as id from quarantine q
             where q.held and q.correspondence_id = any(?)
               and not exists (select 1 from submission s where s.tenant_id = q.tenant_id and s.correspondence_id = q.correspondence_id
                                  and s.withdrawn_at is not null)
            """,
            letters),
        row -> row.number("id"));
  }
}
