package fr.vaguemestre.signing;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.storage.ContentStore;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.Tenants;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * At each start: griffes still kept clear among the contents are sealed and their files removed,
 * and those under an older key are sealed again. Cut short, it goes on at the next start.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GriffeSealing {
  private static final Logger LOG = Logger.getLogger(GriffeSealing.class.getName());

  @Inject Tenants tenants;
  @Inject OwnerDatabase owner;
  @Inject Griffes griffes;
  @Inject ContentStore store;

  private record Clear(long agent, String sha256) {}

  @PostConstruct
  public void start() {
    tenants.everyOne().forEach(town -> TenantContext.run(town.id(), () -> seal(town)));
  }

  private void seal(Tenant town) {
    try {
      for (var clear : named(town)) {
        if (store.has(town.id(), clear.sha256())) {
          try (var png = store.open(town.id(), clear.sha256())) {
            griffes.takeIn(clear.agent(), png.readAllBytes());
          }
        }
        owner.update(
            sql(
                "update agent set griffe_sha256 = null where tenant_id = ? and id = ?",
                town.id(),
                clear.agent()));
      }
      removeClear(town);
      int renewed = griffes.renew();
      if (renewed > 0) {
        LOG.info(() -> renewed + " griffes of town " + town.code() + " are under the current key");
      }
    } catch (IOException | Refusal e) {
      LOG.log(Level.SEVERE, e, () -> "griffes of town " + town.code() + " are not all sealed");
    }
  }

  private List<Clear> named(Tenant town) {
    return owner.list(
        sql(
            "select id, griffe_sha256 from agent where tenant_id = ? and griffe_sha256 is not null",
            town.id()),
        row -> new Clear(row.number("id"), row.text("griffe_sha256")));
  }

  /** Present and past griffes, told by the journal, that no letter and no dropped file holds. */
  private void removeClear(Tenant town) throws IOException {
    var past =
        owner.list(
            sql(
                """
                select substring(facts from 'sha256=([0-9a-f]{64})') as sha256 from journal_entry
                 where tenant_id = ? and action = 'KEEP_GRIFFE'
                except select sha256 from document where tenant_id = ?
                except select sha256 from upload where tenant_id = ?
                """,
                town.id(),
                town.id(),
                town.id()),
            row -> row.text("sha256"));
    for (var sha256 : past) {
      store.remove(town.id(), sha256);
    }
  }
}
