package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.delay.Delays;
import fr.vaguemestre.delay.LegalClock;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.notification.LegalDeadlines;
import fr.vaguemestre.notification.Reason;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reminds of the ARE (SVE-2) and of the reasons of a refusal (L232-4): from the day worked before
 * they are due, and for a week once it is past.
 */
@ApplicationScoped
public class AcknowledgementDeadlines implements LegalDeadlines {
  private static final int BEHIND = 7;

  /** Ten days worked never take longer, whatever the holidays. */
  private static final int LONGEST = 40;

  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject LegalBook book;
  @Inject Delays delays;

  @Override
  public List<Due> of(Collection<Long> letters, LocalDate today) {
    var clock = delays.clock(null, null);
    var due = new ArrayList<Due>();
    unacknowledged(letters, today.minusDays(LONGEST))
        .forEach(one -> told(one.letter(), clock.are(one.from()).date(), clock, today, due));
    unreasoned(letters)
        .forEach(one -> told(one.letter(), clock.reasons(one.from()).date(), clock, today, due));
    return due;
  }

  /** What there is to tell of the ARE of a letter given back, which was not owed meanwhile. */
  List<Due> ofReleased(long letter, LocalDate today) {
    var clock = delays.clock(null, null);
    var due = new ArrayList<Due>();
    unacknowledged(List.of(letter), LocalDate.EPOCH)
        .forEach(
            one -> {
              var on = clock.are(one.from()).date();
              (on.isBefore(today) ? Optional.of(Reason.OVERDUE) : reason(on, clock, today))
                  .ifPresent(reason -> due.add(Due.ofHolder(letter, reason, on)));
            });
    return due;
  }

  private record Owed(long letter, LocalDate from) {}

  private record Found(Owed owed, boolean told) {}

  private static void told(
      long letter, LocalDate on, LegalClock clock, LocalDate today, List<Due> due) {
    reason(on, clock, today).ifPresent(reason -> due.add(Due.ofHolder(letter, reason, on)));
  }

  /** What is told of a day; nothing while it is far, nor long after. */
  static Optional<Reason> reason(LocalDate on, LegalClock clock, LocalDate today) {
    if (on.isBefore(today)) {
      return on.isBefore(today.minusDays(BEHIND)) ? Optional.empty() : Optional.of(Reason.OVERDUE);
    }
    return on.isAfter(clock.calendar().afterWorked(today, 1))
        ? Optional.empty()
        : Optional.of(Reason.OWED_SOON);
  }

  /**
   * Electronic letters without ARE nor decision, be it of silence, nor any reason not to owe it:
   * staff is owed none (L112-2). One that told nothing of silence, when nothing was expected,
   * leaves that of a request owed.
   */
  private List<Owed> unacknowledged(Collection<Long> letters, LocalDate since) {
    return database
        .list(
            sql(
                """
            select c.id, c.arrival_date,
                   exists (select 1 from acknowledgement a where a.tenant_id = c.tenant_id and a.correspondence_id = c.id and a.kind = 'ARE'
                              and a.status <> 'FAILED') as told
              from correspondence c
              left join legal_request l on l.tenant_id = c.tenant_id and l.correspondence_id = c.id
             where c.id = any(?) and not c.closed and c.category = 'INCOMING' and c.channel in ('EMAIL', 'WEB') and c.arrival_date >= ?
               and l.transferred_on is null and l.notified_on is null and l.regime_reason is distinct from 'OWN_STAFF'
               and not exists (select 1 from acknowledgement a where a.tenant_id = c.tenant_id and a.correspondence_id = c.id and a.kind = 'ARE'
                                  and a.status <> 'FAILED' and a.regime <> 'NONE')
               and not exists (select 1 from tacit_decision d where d.tenant_id = c.tenant_id and d.correspondence_id = c.id)
               and not exists (select 1 from quarantine q where q.tenant_id = c.tenant_id and q.correspondence_id = c.id and q.held)
               and not exists (select 1 from submission s where s.tenant_id = c.tenant_id and s.correspondence_id = c.id and s.withdrawn_at is not null)
               and not exists (select 1 from sending s where s.tenant_id = c.tenant_id and s.correspondence_id = c.id
                                  and s.reply_version_id is not null and s.status = 'SENT' and not s.interim)
            """,
                letters,
                since),
            row ->
                new Found(new Owed(row.number("id"), row.date("arrival_date")), row.flag("told")))
        .stream()
        .filter(found -> !found.told() || expected(found.owed().letter()))
        .map(Found::owed)
        .toList();
  }

  /** Whether silence has a meaning of it now. */
  private boolean expected(long letter) {
    return book.recorded(em.find(Correspondence.class, letter)).regime() != Regime.NONE;
  }

  private List<Owed> unreasoned(Collection<Long> letters) {
    return database.list(
        sql(
            """
            select r.correspondence_id, r.asked_on from reasons_request r
             where r.given_on is null and r.correspondence_id = any(?)
               and not exists (select 1 from legal_request l where l.tenant_id = r.tenant_id and l.correspondence_id = r.correspondence_id
                                  and (l.regime <> 'SVR' or l.notified_on is not null))
            """,
            letters),
        row -> new Owed(row.number("correspondence_id"), row.date("asked_on")));
  }
}
