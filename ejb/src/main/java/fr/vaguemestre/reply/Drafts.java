package fr.vaguemestre.reply;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.anonymisation.Leftovers;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.outbox.IndexQueue;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.task.TaskMaterial;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The versions of a reply in the database. */
@Stateless
public class Drafts {
  static final Set<String> EDITABLE =
      Set.of(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.oasis.opendocument.text",
          "application/rtf");

  @PersistenceContext EntityManager em;
  @Inject CorrespondenceActions actions;
  @Inject TaskMaterial material;
  @Inject Outbox outbox;
  @Inject IndexQueue index;
  @Inject Leftovers leftovers;
  @Inject Database database;
  @Inject Clock clock;

  /**
   * @param joined the tasks whose files leave with the reply; null to leave that as it is
   */
  public void add(
      Reader reader,
      long letter,
      long seenVersion,
      Long template,
      DraftFile file,
      Set<Long> joined) {
    add(reader, letter, seenVersion, template, file, joined, null);
  }

  /**
   * @param source what it was merged from; null for a document brought
   */
  public void add(
      Reader reader,
      long letter,
      long seenVersion,
      Long template,
      DraftFile file,
      Set<Long> joined,
      MergeSource source) {
    actions.begin(reader, letter, seenVersion, Action.DRAFT, Map.of("sha256", file.sha256()), null);
    var reply =
        of(letter)
            .orElseGet(
                () -> {
                  var fresh = new Reply(letter, template, reader.agent(), clock.instant());
                  em.persist(fresh);
                  return fresh;
                });
    var version = reply.add(reader.agent(), clock.instant(), file);
    if (joined != null) {
      material.join(letter, joined);
    }
    em.flush();
    if (source != null) {
      database.update(
          sql(
              "insert into reply_source (reply_version_id, merged_sha256, sha256, media_type, merged) values (?, ?, ?, ?, ?::jsonb)",
              version.id(),
              file.sha256(),
              source.sha256(),
              source.mediaType(),
              source.json()));
    }
    outbox.intend(Kind.CONVERT_REPLY, version.id());
  }

  public List<VersionLine> versions(Reader reader, long letter) {
    actions.visible(reader, letter);
    return database.list(
        sql(
            """
            select v.*, a.first_name || ' ' || a.last_name as author from reply_version v
              join reply r on r.tenant_id = v.tenant_id and r.id = v.reply_id
              join agent a on a.tenant_id = v.tenant_id and a.id = v.author_id
             where r.correspondence_id = ? order by v.number desc
            """,
            letter),
        row ->
            new VersionLine(
                row.number("id"),
                (int) row.number("number"),
                row.text("author"),
                row.instant("created_at"),
                row.text("file_name"),
                row.text("media_type"),
                row.number("size_bytes"),
                row.constant("conversion", Conversion.class),
                row.text("conversion_reason"),
                row.text("pdf_sha256"),
                row.text("signed_sha256") != null));
  }

  public Replies.Piece piece(Reader reader, long letter, int number, boolean pdf) {
    var version = version(reader, letter, number);
    if (!pdf) {
      return new Replies.Piece(version.fileName(), version.mediaType(), version.sha256());
    }
    var address = version.signedSha256() != null ? version.signedSha256() : version.pdfSha256();
    if (address == null) {
      throw Refusal.notFound();
    }
    return new Replies.Piece(
        version.fileName().replaceFirst("\\.[^.]+$", "") + ".pdf", "application/pdf", address);
  }

  /** What a version says, once its PDF has been read. */
  public String text(Reader reader, long letter, int number) {
    var version = version(reader, letter, number);
    if (version.conversion() != Conversion.DONE) {
      throw new Refusal("reply.not-read");
    }
    return Objects.requireNonNullElse(version.body(), "");
  }

  private ReplyVersion version(Reader reader, long letter, int number) {
    actions.visible(reader, letter);
    return em.createQuery(
            "select v from ReplyVersion v where v.reply.correspondence = :letter and v.number = :number",
            ReplyVersion.class)
        .setParameter("letter", letter)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  /**
   * The last version of the reply to a letter; the caller has made sure that the reader sees the
   * letter.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Optional<ReplyVersion> last(long letter) {
    return of(letter).flatMap(Reply::last);
  }

  /** What a version was merged from; none when it was brought, or edited since. */
  public Optional<MergeSource> source(long version) {
    return database.first(
        sql(
            "select s.* from reply_source s join reply_version v on v.tenant_id = s.tenant_id and v.id = s.reply_version_id"
                + " where v.id = ? and v.sha256 = s.merged_sha256",
            version),
        MergeSource::read);
  }

  public Optional<DraftFile> toConvert(long version) {
    return Optional.ofNullable(em.find(ReplyVersion.class, version))
        .filter(v -> v.conversion() != Conversion.DONE)
        .map(v -> new DraftFile(v.fileName(), v.mediaType(), v.sha256(), -1));
  }

  /**
   * @param source what was converted; nothing is kept when the version was saved again meanwhile
   */
  public void converted(long version, String source, String pdf, String text) {
    var found = em.find(ReplyVersion.class, version, LockModeType.PESSIMISTIC_WRITE);
    if (found != null && found.sha256().equals(source)) {
      found.converted(pdf, text.replace("\0", ""));
      index.add(found.reply().correspondence());
    } else {
      leftovers.unnamed(pdf);
    }
  }

  /**
   * @param source as for {@link #converted}
   */
  public void notConverted(long version, String source, String reason) {
    Optional.ofNullable(em.find(ReplyVersion.class, version, LockModeType.PESSIMISTIC_WRITE))
        .filter(v -> v.sha256().equals(source))
        .ifPresent(v -> v.notConverted(reason));
  }

  private Optional<Reply> of(long letter) {
    return em.createQuery("select r from Reply r where r.correspondence = :letter", Reply.class)
        .setParameter("letter", letter)
        .getResultStream()
        .findFirst();
  }
}
