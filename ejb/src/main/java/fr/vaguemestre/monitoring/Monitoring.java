package fr.vaguemestre.monitoring;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** What operators are shown of the whole installation. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Monitoring {
  @Inject Checks checks;
  @Inject Queues queues;
  @Inject Tenants tenants;

  /** Every check, with its cause. */
  public Health health(Reader reader) {
    reader.need(Right.OPERATE);
    return checks.look();
  }

  /**
   * What waits in all towns together, for the operators of the platform's own town; others have
   * their town's in its state. Empty for them, and while the database is silent.
   */
  public Optional<Figures> figures(Reader reader) {
    reader.need(Right.OPERATE);
    var platform = tenants.find(reader.tenant()).filter(town -> town.platform()).isPresent();
    return platform ? queues.figures() : Optional.empty();
  }

  public static Versions versions(Optional<Figures> figures) {
    return new Versions(
        BuildVersion.OURS,
        Runtime.version().toString(),
        figures.map(Figures::database).orElse(null),
        figures.map(Figures::schema).orElse(null));
  }

  /** {@code database} and {@code schema} are null for whoever is not told. */
  public record Versions(String application, String java, String database, String schema) {}
}
