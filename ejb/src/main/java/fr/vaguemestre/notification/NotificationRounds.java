package fr.vaguemestre.notification;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.journal.Turns;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.OwnerDatabase;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Goes round the towns that have something to tell, every few seconds, a batch of each in turn. The
 * others do not wait for a town that has much to tell, nor for one that fails; an entry that fails
 * again and again is left out. Then the bells of those who have been told something ring. Deadlines
 * are told by the night job {@link Reminders}.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NotificationRounds {
  private static final Logger LOG = Logger.getLogger(NotificationRounds.class.getName());

  private static final int BATCH = 100;

  private static final String TELLING =
      """
      exists (select 1 from journal_seal s where s.tenant_id = t.id
                 and s.number > coalesce((select p.number from notification_place p where p.tenant_id = t.id), 0))
      """;

  /** A digest waits for the town's morning, which is {@link NotificationMails}'s. */
  private static final String MAILING =
      """
      exists (select 1 from notification n cross join lateral
                (select (date_trunc('day', cast(? as timestamptz) at time zone t.time_zone) + interval '8 hours') at time zone t.time_zone as at) morning
               where n.tenant_id = t.id and n.by_mail <> 'NO'
                 and (n.by_mail = 'NOW' or n.at < morning.at and morning.at <= ?))
      """;

  @Inject OwnerDatabase owner;
  @Inject Tellings tellings;
  @Inject NotificationMails mails;
  @Inject Ringing ringing;
  @Inject Clock clock;

  private final Turns turns = new Turns("notifications", BATCH);
  private final ReentrantLock here = new ReentrantLock();

  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
  public void round() {
    if (here.tryLock()) {
      try {
        turns.round(() -> towns(TELLING), tellings::step, tellings::skip);
        var now = clock.instant();
        towns(MAILING, now, now).forEach(town -> visit(town, mails::gather));
        ringing.round();
      } finally {
        here.unlock();
      }
    }
  }

  private List<Integer> towns(String which, Object... values) {
    return owner.list(
        sql("select t.id from tenant t where t.active and " + which, values),
        row -> (int) row.number("id"));
  }

  private static void visit(int town, Runnable work) {
    try {
      TenantContext.run(town, work);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the notifications of town " + town + " wait for the next round", e);
    }
  }
}
