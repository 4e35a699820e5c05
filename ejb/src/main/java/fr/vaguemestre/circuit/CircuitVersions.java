package fr.vaguemestre.circuit;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.tenant.TenantGone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The published versions of circuits. One never changes, so each is read once and kept. */
@ApplicationScoped
public class CircuitVersions {
  @Inject Database database;
  @Inject CircuitRows rows;

  private final Map<Key, CircuitVersion> kept = new ConcurrentHashMap<>();

  /** A published version of the current town, by its id. */
  public CircuitVersion of(long id) {
    var key = new Key(TenantContext.required(), id);
    var known = kept.get(key);
    if (known == null) {
      known = read(id);
      kept.put(key, known);
    }
    return known;
  }

  void drop(@Observes TenantGone gone) {
    kept.keySet().removeIf(key -> key.tenant() == gone.tenant());
  }

  private CircuitVersion read(long id) {
    return database
        .first(
            sql(
                "select v.number, v.published_at, c.label from circuit_version v join circuit c on c.tenant_id = v.tenant_id and c.id ="
                    + " v.circuit_id where v.id = ? and v.published_at is not null",
                id),
            row ->
                new CircuitVersion(
                    id,
                    row.text("label"),
                    (int) row.number("number"),
                    row.instant("published_at"),
                    rows.states(id, CircuitRows::state),
                    rows.transitions(id, CircuitRows::transition)))
        .orElseThrow();
  }

  private record Key(int tenant, long version) {}
}
