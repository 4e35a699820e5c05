package fr.vaguemestre.retention;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.qualification.Disposition;
import fr.vaguemestre.storage.ContentStore;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Hands what is kept to the archives: a ZIP of the SEDA 2.1, the manifest and the files of each
 * letter, the answers that left among them. It holds what letters say, so only of letters that
 * whoever makes it sees. The letters stay here.
 */
@Stateless
public class Handovers {
  private static final int LONGEST = 80;

  @Inject Lists lists;
  @Inject Lines lines;
  @Inject Database database;
  @Inject ContentStore store;
  @Inject Journal journal;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** A file of a letter, before it is in the package. */
  private record Content(long letter, String id, String name, String mediaType, String sha256) {}

  /**
   * Writes the package; the list is handed over from here on, and may be written again.
   *
   * @param agency the archives' identifier in their own system
   * @param agreement the transfer agreement's, null for none
   * @return the name to save it under
   * @throws Refusal NOT_FOUND; on {@code agency} or {@code agreement}; CONFLICT when a letter is
   *     not for this reader to see, or the manifest is not valid
   */
  public String write(Reader reader, long id, String agency, String agreement, Path zip) {
    reader.need(Right.ARCHIVE, null);
    var list = lists.one(id);
    if (list.kind() != Disposition.KEEP) {
      throw Refusal.notFound();
    }
    need("agency", agency, false);
    need("agreement", agreement, true);
    var town = tenants.current();
    var kept = lines.of(id).stream().filter(l -> l.state() != LineState.WITHDRAWN).toList();
    if (kept.isEmpty()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.empty");
    }
    try {
      var sha256 = write(reader, list, kept, agency.strip(), blank(agreement), town, zip);
      done(reader, list, kept, sha256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "versement-" + list.number() + ".zip";
  }

  private void done(Reader reader, RetentionList list, List<RetentionLine> kept, String sha256) {
    if (list.state() == ListState.PROPOSED) {
      lines.lockLetters(kept.stream().map(RetentionLine::id).toList());
      lists.seen(list.id(), list.version()); // what was added since is not in the package
      database.update(
          sql(
              """
              update retention_list set state = 'EXPORTED', signed_by = ?, signed_at = ?, signed_sha256 = ?, version = version + 1
               where id = ?
              """,
              reader.actor(),
              clock.instant(),
              sha256,
              list.id()));
      kept.forEach(line -> lines.move(line.id(), LineState.EXPORTED, null));
    }
    journal.record(
        reader,
        null,
        "ARCHIVES_HANDOVER",
        null,
        null,
        Map.of("list", list.number(), "letters", kept.size(), "sha256", sha256),
        null);
  }

  private String write(
      Reader reader,
      RetentionList list,
      List<RetentionLine> kept,
      String agency,
      String agreement,
      Tenant town,
      Path target)
      throws IOException {
    var about = letters(reader, kept);
    var contents = contents(kept).stream().collect(Collectors.groupingBy(Content::letter));
    var digest = Digests.digest();
    try (var out = new DigestOutputStream(Files.newOutputStream(target), digest);
        var zip = new ZipOutputStream(out)) {
      var letters = new ArrayList<Handover.Letter>();
      for (var line : kept) {
        var pieces = new ArrayList<Handover.Piece>();
        for (var content : contents.getOrDefault(line.letter(), List.of())) {
          pieces.add(copy(zip, town.id(), content));
        }
        letters.add(about.get(line.letter()).with(line, pieces));
      }
      var manifest =
          SedaManifest.of(
              new Handover(
                  list.number(), clock.instant(), agency, agreement, town.code(), letters));
      SedaSchema.check(manifest);
      zip.putNextEntry(new ZipEntry("manifest.xml"));
      zip.write(manifest);
      zip.closeEntry();
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What a letter says of itself. */
  private record About(
      long id, String subject, String description, LocalDate documentDate, Instant registeredAt) {
    Handover.Letter with(RetentionLine line, List<Handover.Piece> pieces) {
      return new Handover.Letter(
          id,
          line.chrono(),
          subject,
          description,
          documentDate,
          line.arrivedOn(),
          registeredAt,
          line.closedOn(),
          line.endsOn(),
          line.retention(),
          pieces);
    }
  }

  private Map<Long, About> letters(Reader reader, List<RetentionLine> kept) {
    var ids = kept.stream().map(RetentionLine::letter).toList();
    Map<Long, About> seen =
        database
            .list(
                sql(
                        """
                        select c.id, c.subject, c.document_date, c.registered_at, t.label as type_label, u.label as unit_label,
                               concat_ws(' ', k.last_name, k.first_name, k.company) as sender
                          from correspondence c
                          left join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id
                          left join unit u on u.tenant_id = c.tenant_id and u.id = c.unit_id
                          left join contact k on k.tenant_id = c.tenant_id and k.id = c.sender_id
                         where c.id = any(?) and
                        """,
                        ids)
                    .add(Visibility.condition("c", reader)),
                Handovers::about)
            .stream()
            .collect(Collectors.toMap(About::id, Function.identity()));
    if (seen.size() < ids.size()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.unseen");
    }
    return seen;
  }

  private static About about(Row row) {
    var sender = row.text("sender");
    return new About(
        row.number("id"),
        row.text("subject"),
        row.text("type_label")
            + " ; "
            + row.text("unit_label")
            + (sender.isBlank() ? "" : " ; " + sender),
        row.date("document_date"),
        row.instant("registered_at"));
  }

  private List<Content> contents(List<RetentionLine> kept) {
    var ids = kept.stream().map(RetentionLine::letter).toList();
    return database.list(
        sql(
            """
            select d.correspondence_id as letter, 'doc-' || d.id as id, d.name, d.media_type, d.sha256
              from document d where d.correspondence_id = any(?)
            union
            select s.correspondence_id, 'reply-' || v.id, v.file_name || '.pdf', 'application/pdf', coalesce(v.signed_sha256, v.pdf_sha256)
              from sending s join reply_version v on v.tenant_id = s.tenant_id and v.id = s.reply_version_id
             where s.correspondence_id = any(?) and s.status = 'SENT' and coalesce(v.signed_sha256, v.pdf_sha256) is not null
             order by 1, 2
            """,
            ids,
            ids),
        row ->
            new Content(
                row.number("letter"),
                row.text("id"),
                row.text("name"),
                row.text("media_type"),
                row.text("sha256")));
  }

  private Handover.Piece copy(ZipOutputStream zip, int town, Content content) throws IOException {
    var uri = "content/" + content.id();
    var digest = sha512();
    zip.putNextEntry(new ZipEntry(uri));
    long size;
    try (var bytes = store.open(town, content.sha256())) {
      size = bytes.transferTo(new DigestOutputStream(zip, digest));
    }
    zip.closeEntry();
    return new Handover.Piece(
        content.id(),
        uri,
        content.name(),
        content.mediaType(),
        HexFormat.of().formatHex(digest.digest()),
        size);
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String blank(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static void need(String field, String text, boolean mayLack) {
    boolean lacks = text == null || text.isBlank();
    if (lacks && !mayLack || !lacks && text.strip().length() > LONGEST) {
      throw Refusal.field(field, "retention." + field);
    }
  }
}
