package fr.vaguemestre.dispatch;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** To whom answers were sent, and in which words. */
@ApplicationScoped
public class SendingPersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofLetter(
                "sending",
                "destinataire, objet et texte de l’envoi, numéro de recommandé, motif de non-remise")
            .left("'" + Holding.ERASED + "'", "recipient")
            .nulled("subject", "body", "html", "reason", "registered_number")
            .removed(Purpose.DESTROY),
        Holding.of(
                "intention",
                "x.kind = 'SEND_MAIL' and x.subject_id = any(array(select s.id from sending s where s.correspondence_id = any(?)))",
                "ce qui reste à faire (SEND_MAIL) et ce qui l’a empêché")
            .nulled("last_error")
            .removed(Purpose.ANONYMISE));
  }
}
