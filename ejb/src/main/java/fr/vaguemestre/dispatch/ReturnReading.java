package fr.vaguemestre.dispatch;

import fr.vaguemestre.mail.DeliveryReport;
import fr.vaguemestre.mail.MailDelayed;
import fr.vaguemestre.mail.ReturnMailbox;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads the mailbox of returns, twice a minute, and gives each report to the town whose mail it is
 * about, suspended or not. Reading a report twice changes nothing, so a crash in between loses and
 * doubles none.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReturnReading {
  private static final Logger LOG = Logger.getLogger(ReturnReading.class.getName());

  @Inject ReturnMailbox mailbox;
  @Inject Tenants tenants;
  @Inject Bounces bounces;
  private volatile boolean away;
  private final ReentrantLock here = new ReentrantLock();

  @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
  public void read() {
    if (here.tryLock()) {
      try {
        mailbox.read(this::received);
        away = false;
      } catch (MailDelayed e) {
        LOG.log(
            away ? Level.FINE : Level.WARNING,
            "The mailbox of returns cannot be read: {0}",
            e.getMessage());
        away = true;
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "a report of a mail server is read again in the next round", e);
      } finally {
        here.unlock();
      }
    }
  }

  private boolean received(DeliveryReport report) {
    return !report.about().isEmpty()
        && tenants.everyOne().stream()
            .anyMatch(town -> TenantContext.call(town.id(), () -> bounces.receive(report)));
  }
}
