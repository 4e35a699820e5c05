package fr.vaguemestre.publik;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The form behind a request, in the portal. */
@ApplicationScoped
public class PublikPersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.of(
                "publik_form",
                "x.submission_id = any(array(select s.id from submission s where s.correspondence_id = any(?)))",
                "adresse du formulaire dans le portail")
            .emptied("form_url")
            .withTheCopy()
            .removed(Purpose.REQUEST_COPY),
        Holding.of(
                "publik_call",
                "x.submission_id = any(array(select s.id from submission s where s.correspondence_id = any(?)))",
                "rappels du portail et ce qui les a empêchés")
            .nulled("reason")
            .withTheCopy()
            .removed(Purpose.REQUEST_COPY),
        Holding.of(
                "intention",
                "x.kind = 'CALL_PORTAL' and x.subject_id = any(array(select p.id from submission s join publik_call p on p.tenant_id = s.tenant_id and p.submission_id = s.id where s.correspondence_id = any(?)))",
                "ce qui reste à faire (CALL_PORTAL) et ce qui l’a empêché")
            .nulled("last_error")
            .removed(Purpose.REQUEST_COPY));
  }
}
