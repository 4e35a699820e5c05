package fr.vaguemestre.retention;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Why letters were held; lists, visas and attestations tell of nobody and are kept for ever. */
@ApplicationScoped
public class RetentionData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofLetter("litigation_hold", "motifs des gels pour contentieux")
            .left("'" + Holding.ERASED + "'", "reason")
            .emptied("lift_reason"));
  }
}
