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
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * At each start: griffes still kept clear among the contents are sealed and their files removed;
 * griffes and the town's secrets under an older key are sealed again. Cut short, it goes on at the
 * next start.
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
  @Inject TownSecrets secrets;
  @Inject @Any Instance<Sealing.Keeper> elsewhere;
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
      int others = secrets.renew() + elsewhere.stream().mapToInt(Sealing.Keeper::renew).sum();
      if (others > 0) {
        LOG.info(() -> others + " keys of town " + town.code() + " are under the current key");
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

  /** Present and past griffes, told by the journal, that nothing else of the town is. */
  private void removeClear(Tenant town) throws IOException {
    var past =
        sql(
            """
            select substring(facts from 'sha256=([0-9a-f]{64})') as sha256 from journal_entry
             where tenant_id = ? and action = 'KEEP_GRIFFE'
            except select logo_sha256 from tenant where id = ?
            """,
            town.id(),
            town.id());
    for (var content : contents()) {
      past.add("except " + content + " where tenant_id = ?", town.id());
    }
    for (var sha256 : owner.list(past, row -> row.text("sha256"))) {
      store.remove(town.id(), sha256);
    }
  }

  /** Whatever names a content of a town, by its hash, but for griffes. */
  private List<String> contents() {
    return owner.list(
        sql(
            """
            select format('select %I from %I', h.column_name, h.table_name) as content from information_schema.columns h
              join information_schema.columns t on t.table_schema = h.table_schema and t.table_name = h.table_name
               and t.column_name = 'tenant_id'
             where h.table_schema = 'public' and h.column_name like '%sha256' and h.column_name <> 'griffe_sha256'
               and h.table_name not in ('griffe', 'content_removal')
            """),
        row -> row.text("content"));
  }
}
