package fr.vaguemestre.correspondence;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What letters say of people: object, files and their texts, notes. */
@ApplicationScoped
public class LetterPersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.of(
                "correspondence",
                "x.id = any(?)",
                "objet du courrier, expéditeur, numéro chez l’expéditeur, motif d’échéance")
            .left("'" + Holding.ERASED + "'", "subject")
            .nulled("external_id", "deadline_reason", "sender_id"),
        Holding.of(
                "document_text",
                "x.document_id = any(array(select d.id from document d where d.correspondence_id = any(?)))",
                "texte lu dans les documents")
            .emptied("body")
            .removed(Purpose.ANONYMISE),
        Holding.ofLetter("document", "documents du courrier, leur version PDF et leur vignette")
            .left("'" + Holding.ERASED + "'", "name")
            .mainFile("sha256")
            .nulled("rendition_sha256", "thumbnail_sha256")
            .left("0", "size_bytes")
            .left("'text/plain'", "media_type")
            .left("'DONE'", "extraction")
            .nulled("extraction_reason")
            .removed(Purpose.DESTROY),
        Holding.ofLetter("note", "notes des agents").emptied("body").removed(Purpose.ANONYMISE),
        Holding.of(
                "intention",
                "x.kind = 'EXTRACT_DOCUMENT' and x.subject_id = any(array(select d.id from document d where d.correspondence_id = any(?)))",
                "ce qui reste à faire (EXTRACT_DOCUMENT) et ce qui l’a empêché")
            .nulled("last_error")
            .removed(Purpose.ANONYMISE));
  }
}
