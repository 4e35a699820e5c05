package fr.vaguemestre.mailing;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** To whom one reply was sent many times. */
@ApplicationScoped
public class MailingPersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.of(
                "mailing_recipient",
                "x.mailing_id = any(array(select m.id from mailing m where m.correspondence_id = any(?)))",
                "destinataires d’un envoi en nombre, leur document, motif de non-remise")
            .left("cast(x.id as text)", "recipient_key")
            .nulled(
                "civility",
                "last_name",
                "first_name",
                "company",
                "email",
                "street",
                "complement",
                "postcode",
                "city",
                "reason")
            .nulled("pdf_sha256")
            .removed(Purpose.DESTROY),
        Holding.ofLetter("mailing", "objet et texte de l’envoi en nombre")
            .emptied("subject", "words")
            .removed(Purpose.DESTROY),
        Holding.of(
                "intention",
                "x.kind in ('MERGE_RECIPIENT', 'MAIL_RECIPIENT') and x.subject_id = any(array(select r.id from mailing m join mailing_recipient r on r.tenant_id = m.tenant_id and r.mailing_id = m.id where m.correspondence_id = any(?)))",
                "ce qui reste à faire (MERGE_RECIPIENT, MAIL_RECIPIENT) et ce qui l’a empêché")
            .nulled("last_error")
            .removed(Purpose.ANONYMISE));
  }
}
