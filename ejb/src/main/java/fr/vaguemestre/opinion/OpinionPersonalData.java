package fr.vaguemestre.opinion;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What contributions say of people. */
@ApplicationScoped
public class OpinionPersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofLetter("contribution", "question, réponse et motif des contributions")
            .emptied("question", "answer", "reason")
            .removed(Purpose.DESTROY));
  }
}
