package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.tenant.Tenant;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Records the decisions of silence of each town in the first hour of its own day (R-TZ). What a
 * stopped server missed is recorded the night after, under the day it was born on.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TacitWatch {
  private static final Logger LOG = Logger.getLogger(TacitWatch.class.getName());

  @Inject TacitDecisions decisions;
  @Inject Tenants tenants;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "20", persistent = false)
  public void round() {
    var now = clock.instant();
    tenants.all().stream()
        .filter(Tenant::active)
        .filter(town -> now.atZone(town.zone()).getHour() == 0)
        .toList()
        .forEach(this::visit);
  }

  private void visit(Tenant town) {
    try {
      TenantContext.run(town.id(), () -> record(town.today(clock)));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the decisions of silence of town " + town.code() + " wait", e);
    }
  }

  /** Of the town one is in: every decision born before {@code today}; how many were recorded. */
  public int record(LocalDate today) {
    var since = decisions.since(today);
    int recorded = 0;
    long last = 0;
    for (var page = decisions.candidates(last); !page.isEmpty(); ) {
      for (long letter : page) {
        recorded += recorded(letter, today, since) ? 1 : 0;
        last = letter;
      }
      page = decisions.candidates(last);
    }
    return recorded;
  }

  private boolean recorded(long letter, LocalDate today, LocalDate since) {
    try {
      return decisions.record(letter, today, since);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the decision of silence on letter " + letter + " waits", e);
      return false;
    }
  }
}
