package fr.vaguemestre.reply;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What replies say of people, in all their versions. */
@ApplicationScoped
public class ReplyPersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.of(
                "reply_source",
                "x.reply_version_id = any(array(select v.id from reply r join reply_version v on v.tenant_id = r.tenant_id and v.reply_id = r.id where r.correspondence_id = any(?)))",
                "champs fusionnés dans la réponse")
            .mainFile("sha256")
            .left("'{}'", "merged")
            .removed(Purpose.ANONYMISE),
        Holding.of(
                "reply_version",
                "x.reply_id = any(array(select r.id from reply r where r.correspondence_id = any(?)))",
                "versions de la réponse, leur PDF, leur PDF signé et leur texte")
            .left("'" + Holding.ERASED + "'", "file_name")
            .nulled("body", "conversion_reason")
            .mainFile("sha256")
            .nulled("pdf_sha256", "signed_sha256")
            .left("0", "size_bytes")
            .left("'text/plain'", "media_type")
            .removed(Purpose.DESTROY),
        Holding.ofLetter("reply", "la réponse").removed(Purpose.DESTROY),
        Holding.ofLetter(
                "draft_entry", "fichiers laissés par le traitement de texte à côté du projet")
            .emptied("path")
            .mainFile("sha256")
            .removed(Purpose.ANONYMISE),
        Holding.ofLetter("draft_property", "propriétés de ces fichiers")
            .emptied("path", "namespace", "name", "value")
            .removed(Purpose.ANONYMISE),
        Holding.ofLetter("draft_lock", "verrous du projet ouvert")
            .emptied("path", "owner")
            .removed(Purpose.ANONYMISE),
        Holding.ofLetter("access_token", "jetons d’accès au dossier du projet")
            .removed(Purpose.ANONYMISE),
        Holding.of(
                "intention",
                "x.kind = 'CONVERT_REPLY' and x.subject_id = any(array(select v.id from reply r join reply_version v on v.tenant_id = r.tenant_id and v.reply_id = r.id where r.correspondence_id = any(?)))",
                "ce qui reste à faire (CONVERT_REPLY) et ce qui l’a empêché")
            .nulled("last_error")
            .removed(Purpose.ANONYMISE));
  }
}
