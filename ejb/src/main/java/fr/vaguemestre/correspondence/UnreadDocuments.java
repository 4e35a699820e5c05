package fr.vaguemestre.correspondence;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.extraction.ExtractionStatus;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Documents that could not be read, for operators: which and why, nothing of what the letters say.
 * Those of sensitive letters outside any circuit are not there (O4).
 */
@Stateless
public class UnreadDocuments {
  @Inject Database database;
  @Inject Outbox outbox;
  @Inject Journal journal;

  /** {@code reason} is a message key of extraction, or null. */
  public record Line(
      long id,
      String chrono,
      String mediaType,
      ExtractionStatus status,
      String reason,
      Instant addedAt) {}

  /** The last two hundred. */
  public List<Line> list(Reader reader) {
    reader.need(Right.OPERATE);
    return database.list(
        sql(
            "select d.id, c.chrono, d.media_type, d.extraction, d.extraction_reason, d.added_at from document d join correspondence c"
                + " on c.tenant_id = d.tenant_id and c.id = d.correspondence_id where d.extraction in ('FAILED', 'NOT_OCRED')"
                + " and (c.in_circuit or not c.sensitive) order by d.id desc limit 200"),
        row ->
            new Line(
                row.number("id"),
                row.text("chrono"),
                row.text("media_type"),
                row.constant("extraction", ExtractionStatus.class),
                row.text("extraction_reason"),
                row.instant("added_at")));
  }

  /** Has a document read once more, after what was missing has been put right. */
  public void readAgain(Reader reader, long document) {
    reader.need(Right.OPERATE);
    var known =
        database.update(
            sql(
                "update document d set extraction = 'PENDING', extraction_reason = null from correspondence c where d.id = ?"
                    + " and c.tenant_id = d.tenant_id and c.id = d.correspondence_id and d.extraction in ('FAILED', 'NOT_OCRED')"
                    + " and (c.in_circuit or not c.sensitive)",
                document));
    if (known == 0) {
      throw Refusal.notFound();
    }
    outbox.intend(Kind.EXTRACT_DOCUMENT, document);
    journal.administration(reader, "READ_AGAIN", Long.toString(document));
  }
}
