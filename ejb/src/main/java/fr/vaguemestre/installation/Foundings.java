package fr.vaguemestre.installation;

import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;

/**
 * Founds towns: the town, its first unit, its usual circuit and baskets, one administrator with
 * every right. A founding cut short leaves a closed town, which the next one of the same code
 * completes.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Foundings {
  @Inject Tenants tenants;
  @Inject StartingModel model;

  public Tenant found(@Valid Founding wish, char[] adminPassword) {
    var known = tenants.byCode(wish.code()).filter(Tenant::founded);
    if (known.isPresent()) {
      return known.get();
    }
    var town = prepare(wish, adminPassword);
    tenants.open(town.id());
    return town;
  }

  /** Everything but the opening ({@link Tenants#open}): the town is there and nobody gets in. */
  public Tenant prepare(@Valid Founding wish, char[] adminPassword) {
    var town =
        tenants.begin(
            wish.code(), wish.name(), wish.hostName(), wish.address(), wish.email(), wish.phone());
    TenantContext.run(town.id(), () -> model.install(town, wish, adminPassword));
    return town;
  }
}
