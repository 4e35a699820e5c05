package fr.vaguemestre.webhook;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What partners’ programs were told of a request. */
@ApplicationScoped
public class WebhookPersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.of(
                "webhook_delivery",
                "x.submission_id = any(array(select s.id from submission s where s.correspondence_id = any(?)))",
                "appels sortants au sujet de la demande")
            .emptied("body")
            .withTheCopy()
            .removed(Purpose.REQUEST_COPY),
        Holding.of(
                "intention",
                "x.kind = 'CALL_WEBHOOK' and x.subject_id = any(array(select d.id from submission s join webhook_delivery d on d.tenant_id = s.tenant_id and d.submission_id = s.id where s.correspondence_id = any(?)))",
                "ce qui reste à faire (CALL_WEBHOOK) et ce qui l’a empêché")
            .nulled("last_error")
            .removed(Purpose.REQUEST_COPY));
  }
}
