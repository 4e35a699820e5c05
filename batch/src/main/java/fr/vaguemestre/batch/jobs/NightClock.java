package fr.vaguemestre.batch.jobs;

import fr.vaguemestre.jobs.Claimed;
import fr.vaguemestre.jobs.Plans;
import fr.vaguemestre.jobs.RunQueue;
import fr.vaguemestre.settings.Setting;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.Tenants;
import jakarta.annotation.PostConstruct;
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
 * On each node: wants the runs whose time has come, once a minute, and looks every second after
 * those it carries out: renews their leases, stops them when asked, enters how they ended, takes up
 * the next. What a dead node left is taken up like any other, by one node. A few at a time
 * (VAGUEMESTRE_JOB_WORKERS), the rest wait their turn. With VAGUEMESTRE_JOB_CLOCK off it wants
 * none.
 */
@Startup
@Singleton
@DependsOn("vaguemestre-ejb.jar#Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NightClock {
  private static final Logger LOG = Logger.getLogger(NightClock.class.getName());

  @Inject Plans plans;
  @Inject Tenants tenants;
  @Inject RunQueue queue;
  @Inject Executions executions;
  private final ReentrantLock here = new ReentrantLock();

  @PostConstruct
  public void recover() {
    queue.recover(Executions.NODE);
    plans.begin();
  }

  @Schedule(hour = "*", minute = "*", second = "0", persistent = false)
  public void plan() {
    if (Setting.VAGUEMESTRE_JOB_CLOCK.on()) {
      plans.plan(tenants.all().stream().map(Tenant::id).toList());
    }
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void look() {
    if (here.tryLock()) {
      try {
        queue.held(Executions.NODE).forEach(this::lookAfter);
        int held = queue.held(Executions.NODE).size();
        for (int i = held; i < Setting.VAGUEMESTRE_JOB_WORKERS.number(); i++) {
          queue.claim(Executions.NODE).ifPresent(this::begin);
        }
      } finally {
        here.unlock();
      }
    }
  }

  private void lookAfter(Claimed run) {
    try {
      executions.lookAfter(run);
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING, "run " + run.id() + " of town " + run.tenant() + " is looked at again", e);
    }
  }

  private void begin(Claimed run) {
    try {
      executions.begin(run);
    } catch (IllegalStateException e) {
      LOG.log(Level.INFO, "the server takes no job now, run " + run.id() + " waits", e);
      queue.giveBack(run, Executions.NODE);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "run " + run.id() + " of town " + run.tenant() + " cannot begin", e);
      queue.end(run, Executions.NODE, RunQueue.End.FAILED, e.toString());
    }
  }
}
