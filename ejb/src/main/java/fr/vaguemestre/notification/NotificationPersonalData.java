package fr.vaguemestre.notification;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who was told of a letter: no words, the mail is made when it leaves. */
@ApplicationScoped
public class NotificationPersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofLetter("notification", "alertes des agents au sujet du courrier")
            .removed(Purpose.DESTROY));
  }
}
