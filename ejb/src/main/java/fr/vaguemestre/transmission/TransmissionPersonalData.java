package fr.vaguemestre.transmission;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What was written to outside services, and what they answered. */
@ApplicationScoped
public class TransmissionPersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofLetter("transmission", "motif de la transmission et mots du retour")
            .emptied("motive", "return_words")
            .removed(Purpose.DESTROY));
  }
}
