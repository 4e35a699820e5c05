package fr.vaguemestre.capture;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the ways in keep of people beside the letter. */
@ApplicationScoped
public class CapturePersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofLetter("letter_origin", "mot de qui a transmis le courrier au service courrier")
            .nulled("words")
            .removed(Purpose.DESTROY),
        Holding.ofLetter(
                "idempotency_key", "clé donnée par l’application qui a enregistré le courrier")
            .left("'x' || x.correspondence_id", "key")
            .withTheCopy()
            .removed(Purpose.REQUEST_COPY),
        Holding.elsewhere(
            "upload",
            "fichiers déposés et pas encore enregistrés, leur texte et ce qu’on en a dit : effacés quand on les enregistre ou les écarte",
            "name",
            "body",
            "forwarded_words",
            "given_back"));
  }
}
