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
 * every right.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Foundings {
  @Inject Tenants tenants;
  @Inject StartingModel model;

  public Tenant found(@Valid Founding wish, char[] adminPassword) {
    var town =
        tenants
            .byCode(wish.code())
            .orElseGet(
                () ->
                    tenants.create(
                        wish.code(),
                        wish.name(),
                        wish.hostName(),
                        wish.address(),
                        wish.email(),
                        wish.phone()));
    TenantContext.run(town.id(), () -> model.install(wish, adminPassword));
    return town;
  }
}
