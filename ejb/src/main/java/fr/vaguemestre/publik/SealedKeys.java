package fr.vaguemestre.publik;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.signing.Sealing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Puts the keys of the town's portals under the installation's current key. */
@ApplicationScoped
public class SealedKeys implements Sealing.Keeper {
  @Inject OwnerDatabase owner;
  @Inject Sealing sealing;

  private record Kept(long client, Sealing.Sealed sealed) {}

  @Override
  public int renew() {
    int town = TenantContext.required();
    var old =
        owner
            .list(
                sql("select * from publik_key where tenant_id = ?", town),
                row -> new Kept(row.number("client_id"), PublikKeys.sealed(row)))
            .stream()
            .filter(kept -> !sealing.current(kept.sealed()))
            .toList();
    for (var kept : old) {
      var about = PublikKeys.about(town, kept.client());
      var fresh = sealing.seal(sealing.open(kept.sealed(), about), about);
      owner.update(
          sql(
              "update publik_key set key_id = ?, sealed = ? where tenant_id = ? and client_id = ?",
              fresh.key(),
              fresh.bytes(),
              town,
              kept.client()));
    }
    return old.size();
  }
}
