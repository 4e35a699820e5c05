package fr.vaguemestre.submission;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The request as a portal sent it, with what was added to it. */
@ApplicationScoped
public class SubmissionPersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofLetter(
                "submission",
                "réponses au formulaire, demandeur, adresse de réponse, objet, n° d’entreprise, code de suivi, motif du retrait")
            .left("'{}'", "answers")
            .left("'" + Holding.ERASED + "'", "subject")
            .left("'E' || x.id", "tracking_code")
            .left("repeat('0', 64)", "request_sha256")
            .nulled(
                "applicant", "reply_to", "registry_number", "idempotency_key", "withdrawal_words")
            .withTheCopy()
            .removed(Purpose.DESTROY),
        Holding.of(
                "submission_addition",
                "x.submission_id = any(array(select s.id from submission s where s.correspondence_id = any(?)))",
                "messages et pièces ajoutés à la demande")
            .left("repeat('0', 64)", "request_sha256")
            .nulled("words", "idempotency_key")
            .withTheCopy()
            .removed(Purpose.DESTROY),
        Holding.of(
                "submission_file",
                "x.submission_id = any(array(select s.id from submission s where s.correspondence_id = any(?)))",
                "fichiers de la demande tels qu’ils ont été envoyés")
            .emptied("name")
            .mainFile("sha256")
            .withTheCopy()
            .removed(Purpose.REQUEST_COPY));
  }
}
