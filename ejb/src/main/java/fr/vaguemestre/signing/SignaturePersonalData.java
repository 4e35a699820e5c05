package fr.vaguemestre.signing;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What signing keeps: the proof keeps its digests, which name nobody. */
@ApplicationScoped
public class SignaturePersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofLetter(
                "signature_proof",
                "les fichiers vus et signés ; restent leurs empreintes, le signataire et sa preuve")
            .removed(Purpose.DESTROY),
        Holding.ofLetter("batch_signature", "motif d’une signature refusée")
            .nulled("refused_words")
            .removed(Purpose.DESTROY),
        Holding.of(
                "intention",
                "x.kind = 'SIGN' and x.subject_id = any(array(select b.id from batch_signature b where b.correspondence_id = any(?)))",
                "ce qui reste à faire (SIGN) et ce qui l’a empêché")
            .nulled("last_error")
            .removed(Purpose.ANONYMISE));
  }
}
