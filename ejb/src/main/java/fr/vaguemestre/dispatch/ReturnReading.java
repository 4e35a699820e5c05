package fr.vaguemestre.dispatch;

import fr.vaguemestre.mail.DeliveryReport;
import fr.vaguemestre.mail.MailDelayed;
import fr.vaguemestre.mail.ReturnMailbox;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.settings.Setting;
import fr.vaguemestre.tenant.Tenants;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads the mailbox of returns again and again, and gives each report to the town whose mail it is
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

  @Resource TimerService timers;
  @Inject ReturnMailbox mailbox;
  @Inject Tenants tenants;
  @Inject Bounces bounces;
  private volatile boolean away;
  private final ReentrantLock here = new ReentrantLock();

  @PostConstruct
  void begin() {
    long every = 1000L * Math.max(1, Setting.VAGUEMESTRE_RETURN_SECONDS.number());
    timers.createIntervalTimer(every, every, new TimerConfig(null, false));
  }

  @Timeout
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
