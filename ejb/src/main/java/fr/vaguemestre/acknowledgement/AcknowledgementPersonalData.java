package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What acknowledgements and the follow-up of a request say of people. */
@ApplicationScoped
public class AcknowledgementPersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofLetter("answer_address", "adresse de réponse notée")
            .emptied("email")
            .withTheCopy()
            .removed(Purpose.REQUEST_COPY),
        Holding.ofLetter(
                "acknowledgement",
                "numéro, destinataire, objet et texte des accusés, motif de non-remise")
            .left("x.kind || '-' || x.id", "number")
            .nulled("recipient", "reason")
            .emptied("subject", "body")
            .removed(Purpose.DESTROY),
        Holding.ofLetter(
                "legal_request",
                "pièces demandées, administration à qui la demande est transmise, motif du régime")
            .nulled("pieces", "earlier_pieces", "transferred_to", "regime_words")
            .removed(Purpose.DESTROY),
        Holding.ofLetter("quarantine", "motif de la mise à l’écart")
            .emptied("reason")
            .removed(Purpose.DESTROY),
        Holding.of(
                "intention",
                "x.kind = 'ACKNOWLEDGE' and x.subject_id = any(array(select a.id from acknowledgement a where a.correspondence_id = any(?)))",
                "ce qui reste à faire (ACKNOWLEDGE) et ce qui l’a empêché")
            .nulled("last_error")
            .removed(Purpose.ANONYMISE),
        Holding.of(
                "intention",
                "x.kind = 'ACKNOWLEDGE_ALONE' and x.subject_id = any(?)",
                "ce qui reste à faire (ACKNOWLEDGE_ALONE) et ce qui l’a empêché")
            .nulled("last_error")
            .removed(Purpose.ANONYMISE));
  }
}
