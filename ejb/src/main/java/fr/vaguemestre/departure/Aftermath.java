package fr.vaguemestre.departure;

import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;

/**
 * Each hour: removes old archives, and what a request begun before a town's end may have left after
 * it.
 */
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Aftermath {
  @Inject Archives archives;
  @Inject TownDeletion deletion;
  @Inject TownJobs jobs;
  @Inject Tenants tenants;

  @Schedule(hour = "*", minute = "40", persistent = false)
  public void tidy() throws IOException {
    archives.tidy();
    var platform = tenants.everyOne().stream().filter(Tenant::platform).findFirst();
    if (platform.isPresent()) {
      for (int town : TenantContext.call(platform.get().id(), jobs::goneLately)) {
        TenantContext.call(platform.get().id(), () -> forget(town));
      }
    }
  }

  private Void forget(int town) throws IOException {
    deletion.forget(town);
    return null;
  }
}
