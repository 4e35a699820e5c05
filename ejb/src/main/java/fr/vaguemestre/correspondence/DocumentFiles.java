package fr.vaguemestre.correspondence;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.anonymisation.Leftovers;
import fr.vaguemestre.outbox.IndexQueue;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/** The files of letters as background work sees them: by row id, without a reader. */
@Stateless
public class DocumentFiles {
  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject IndexQueue index;
  @Inject Outbox outbox;
  @Inject Leftovers leftovers;
  @Inject Clock clock;

  public Optional<IncomingFile> find(long document) {
    return Optional.ofNullable(em.find(Document.class, document))
        .map(d -> new IncomingFile(d.name(), d.mediaType(), -1, d.sha256(), null));
  }

  /**
   * Keeps what reading these bytes gave, once more or for the first time, and has the letter
   * indexed again; nothing when they were erased meanwhile. Whoever erases the letter waits here,
   * or is waited for.
   */
  public void read(long document, String sha256, ReadResult result) {
    database.list(
        sql(
            """
            select c.id from correspondence c join document d on d.tenant_id = c.tenant_id and d.correspondence_id = c.id
             where d.id = ? for share of c
            """,
            document),
        row -> row.number("id"));
    var found = em.find(Document.class, document);
    if (found != null && found.sha256().equals(sha256)) {
      keep(found, result);
      index.add(found.correspondence().id());
    } else {
      leftovers.unnamed(result.renditionSha256(), result.thumbnailSha256());
    }
  }

  /**
   * One more file of the letter, read in the background; the caller has passed the door.
   *
   * @return the new document's id
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public long attach(Correspondence letter, IncomingFile file, long by) {
    int position =
        (int)
            database.count(
                sql(
                    "select coalesce(max(position), 0) + 1 as count from document where correspondence_id = ?",
                    letter.id()));
    var document = new Document(letter, position, file, by, clock.instant());
    em.persist(document);
    em.flush();
    outbox.intend(Kind.EXTRACT_DOCUMENT, document.id());
    return document.id();
  }

  public void keep(Document document, ReadResult result) {
    document.read(result);
    em.flush();
    if (result.text() != null) {
      database.update(
          sql(
              "insert into document_text (document_id, body) values (?, ?) on conflict (tenant_id, document_id) do update set"
                  + " body = excluded.body",
              document.id(),
              result.text().replace("\0", "")));
    }
  }
}
