package fr.vaguemestre.webhook;

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
 * Goes round the towns that have something to tell, every few seconds, a batch of each in turn, as
 * notifications do: the others wait neither for one that has much to tell nor for one that fails;
 * an entry that fails again and again is left out.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HookRounds {
  private static final Logger LOG = Logger.getLogger(HookRounds.class.getName());
  private static final int BATCH = 200;

  private static final String TELLING =
      """
      exists (select 1 from webhook w where w.tenant_id = t.id and w.active)
        and exists (select 1 from journal_seal s where s.tenant_id = t.id
                       and s.number > (select p.number from webhook_place p where p.tenant_id = t.id))
      """;

  private static final String DUE =
      """
      exists (select 1 from webhook_delivery d join webhook w on w.tenant_id = d.tenant_id and w.id = d.webhook_id
               where d.tenant_id = t.id and d.status = 'WAITING' and d.due_at <= ?
                 and w.active and (w.resting_until is null or w.resting_until <= ?))
      """;

  @Inject OwnerDatabase owner;
  @Inject HookTellings tellings;
  @Inject HookDeliveries deliveries;
  @Inject Clock clock;

  private final Turns turns = new Turns("webhooks", BATCH);
  private final ReentrantLock here = new ReentrantLock();

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  public void round() {
    if (here.tryLock()) {
      try {
        turns.round(() -> towns(TELLING), tellings::step, tellings::skip);
        var now = clock.instant();
        towns(DUE, now, now).forEach(town -> visit(town, deliveries::sendOff));
      } finally {
        here.unlock();
      }
    }
  }

  @Schedule(hour = "*", minute = "5", persistent = false)
  public void recover() {
    towns("exists (select 1 from webhook w where w.tenant_id = t.id)")
        .forEach(town -> visit(town, deliveries::recover));
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
      LOG.log(Level.WARNING, "the webhooks of town " + town + " wait for the next round", e);
    }
  }
}
