package fr.vaguemestre.evidence;

import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.signing.TownSecrets;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;

/** The key a town signs its exports with: made at the first one, the same ever after. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EvidenceKeys {
  private static final TownSecrets.Kind KIND = TownSecrets.Kind.JOURNAL;

  @Inject TownSecrets secrets;
  @Inject Tenants tenants;

  /** The current town's. */
  public SigningKey current() {
    var kept = secrets.find(KIND);
    if (kept.isEmpty()) {
      var fresh = SigningKey.made();
      secrets.keepFirst(KIND, fresh.signing().getEncoded(), fresh.checking().getEncoded());
      kept = secrets.find(KIND);
    }
    var secret = kept.orElseThrow();
    return SigningKey.of(secret.clear(), secret.publicPart());
  }

  /** A town's public keys as a JWK Set (RFC 7517), for whoever asks; empty for no such town. */
  public Optional<JsonObject> published(String code) {
    return tenants.byCode(code).filter(Tenant::founded).map(town -> published(town.id()));
  }

  private JsonObject published(int town) {
    var keys = Json.createArrayBuilder();
    TenantContext.call(town, () -> secrets.publicPart(KIND))
        .ifPresent(key -> keys.add(SigningKey.of(null, key).jwk()));
    return Json.createObjectBuilder().add("keys", keys).build();
  }
}
