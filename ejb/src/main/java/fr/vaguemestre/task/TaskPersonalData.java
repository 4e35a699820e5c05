package fr.vaguemestre.task;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What tasks say of people. */
@ApplicationScoped
public class TaskPersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofLetter("task", "question, réponse et fichier des tâches")
            .emptied("question", "answer")
            .nulled("sha256")
            .nulled("file_name", "media_type", "size_bytes")
            .removed(Purpose.DESTROY));
  }
}
