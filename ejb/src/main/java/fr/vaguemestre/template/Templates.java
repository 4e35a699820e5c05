package fr.vaguemestre.template;

import static fr.vaguemestre.platform.db.Statement.sql;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.FileNames;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.Seen;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.storage.ContentStore;
import fr.vaguemestre.template.engine.FieldCatalogue;
import fr.vaguemestre.template.engine.MailText;
import fr.vaguemestre.template.engine.TemplateEngine;
import fr.vaguemestre.template.engine.TemplateFormat;
import fr.vaguemestre.template.engine.TemplateProblem;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The letter templates: which ones an agent may use, and what whoever manages them may change. */
@Stateless
public class Templates {
  private static final long LONGEST = 10L * 1024 * 1024;
  private static final int LONGEST_MAIL = 200 * 1024;

  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject Organisation organisation;
  @Inject ContentStore store;
  @Inject Journal journal;

  /**
   * The active templates of letters for a letter held by this unit (code): its own, those of the
   * units above, the generic ones.
   */
  public List<TemplateLine> usable(String unit) {
    return active(unit).stream().filter(t -> !t.mail()).toList();
  }

  /** The same of e-mails, in HTML. */
  public List<TemplateLine> usableForMail(String unit) {
    return active(unit).stream().filter(TemplateLine::mail).toList();
  }

  private List<TemplateLine> active(String unit) {
    return database.list(
        sql(
            """
            with recursive up as (
              select u.tenant_id, u.id, u.parent_id from unit u where u.code = ?
              union
              select u.tenant_id, u.id, u.parent_id from unit u join up on up.tenant_id = u.tenant_id and up.parent_id = u.id
            )
            select t.*, u.code as unit_code, u.label as unit_label from reply_template t
              left join unit u on u.tenant_id = t.tenant_id and u.id = t.unit_id
             where t.active and (t.unit_id is null or t.unit_id in (select id from up))
             order by t.unit_id is null, t.label
            """,
            unit),
        Templates::line);
  }

  /**
   * The generic templates, and those of the units whose templates this reader manages; which ones
   * they may change (O18).
   */
  public List<Managed> managed(Reader reader) {
    TemplateRights.needManager(reader);
    return database
        .list(
            sql(
                "select t.*, u.code as unit_code, u.label as unit_label from reply_template t left join unit u on u.tenant_id ="
                    + " t.tenant_id and u.id = t.unit_id order by t.label"),
            row ->
                new Managed(
                    line(row),
                    row.numberOrNull("unit_id"),
                    TemplateRights.mayChange(reader, row.numberOrNull("unit_id"))))
        .stream()
        .filter(t -> t.unit() == null || t.changeable())
        .toList();
  }

  /**
   * A template in the list of those who manage some; {@code unit} is its row, null when generic.
   */
  public record Managed(TemplateLine line, Long unit, boolean changeable) {}

  public Optional<ReplyTemplate> find(String code) {
    return em.createQuery(
            "select t from ReplyTemplate t where t.code = :code and t.active = true",
            ReplyTemplate.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  /**
   * What is wrong with a template's file, in the order of the document; empty when it can be used.
   */
  public List<TemplateProblem> check(Reader reader, String mediaType, String sha256) {
    TemplateRights.needManager(reader);
    try {
      var file = store.file(reader.tenant(), sha256);
      return MailText.MEDIA_TYPE.equals(mediaType)
          ? MailText.check(Files.readAllBytes(file), FieldCatalogue.standard())
          : TemplateEngine.check(file, format(mediaType), FieldCatalogue.standard());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Creates the template or changes it; a template with problems is refused, and so is one that was
   * or would be of a unit whose templates the reader does not manage (O18).
   *
   * @param file address, type and name of a new file already in the content store; null to keep the
   *     present one
   */
  public void save(
      Reader reader,
      String code,
      String label,
      String unit,
      boolean active,
      TemplateFile file,
      Long seenVersion) {
    TemplateRights.needManager(reader);
    var known =
        em.createQuery("select t from ReplyTemplate t where t.code = :code", ReplyTemplate.class)
            .setParameter("code", code)
            .getResultStream()
            .findFirst();
    var template = known.orElseGet(() -> new ReplyTemplate(code));
    known.ifPresent(t -> Seen.check(t.version(), seenVersion, "code", code));
    known.ifPresent(t -> TemplateRights.needChange(reader, t.unit()));
    var owner = unit(unit);
    TemplateRights.needChange(reader, owner);
    template.describe(label, owner, active);
    if (file != null) {
      check(reader, file.mediaType(), file.sha256()).stream()
          .findFirst()
          .ifPresent(
              problem -> {
                throw Refusal.field(
                    "file", problem.key(), problem.where(), problem.field(), problem.suggestion());
              });
      template.hold(file.name(), file.mediaType(), kept(reader, file));
    } else if (known.isEmpty()) {
      throw Refusal.field("file", "template.file-missing");
    }
    em.persist(template);
    journal.administration(reader, "SAVE_TEMPLATE", code);
  }

  /** Of an e-mail, what is left once cleaned. */
  private String kept(Reader reader, TemplateFile file) {
    if (!MailText.MEDIA_TYPE.equals(file.mediaType())) {
      return file.sha256();
    }
    try {
      var cleaned = MailText.clean(Files.readString(store.file(reader.tenant(), file.sha256())));
      return store
          .put(reader.tenant(), new ByteArrayInputStream(cleaned.getBytes(UTF_8)), LONGEST)
          .sha256();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes in the file of a template, to be checked and then saved.
   *
   * @throws Refusal on {@code file} when it is neither DOCX, ODT nor HTML by its name, or too large
   */
  public TemplateFile receive(Reader reader, String given, InputStream bytes) {
    TemplateRights.needManager(reader);
    var name = FileNames.shown(given);
    var type = mediaType(name.toLowerCase(Locale.ROOT));
    boolean mail = type.equals(MailText.MEDIA_TYPE);
    try {
      var kept = store.put(reader.tenant(), bytes, mail ? LONGEST_MAIL : LONGEST);
      return new TemplateFile(name, type, kept.sha256());
    } catch (ContentStore.TooLong e) {
      throw Refusal.field("file", mail ? "template.mail.too-large" : "template.too-large");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mediaType(String name) {
    if (name.matches(".*\\.html?")) {
      return MailText.MEDIA_TYPE;
    }
    return Stream.of(TemplateFormat.values())
        .filter(f -> name.endsWith("." + f.extension()))
        .findFirst()
        .orElseThrow(() -> Refusal.field("file", "template.not-docx-or-odt"))
        .mediaType();
  }

  /** The file of a template, to be taken home and worked on. */
  public Optional<Download> download(Reader reader, String code) {
    return shown(reader, code)
        .map(t -> new Download(t.fileName(), t.mediaType(), file(reader.tenant(), t.sha256())));
  }

  /** A template, in use or not, that is in this reader's list of those managed. */
  public Optional<ReplyTemplate> shown(Reader reader, String code) {
    TemplateRights.needManager(reader);
    return em.createQuery("select t from ReplyTemplate t where t.code = :code", ReplyTemplate.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst()
        .filter(t -> t.unit() == null || TemplateRights.mayChange(reader, t.unit()));
  }

  private Path file(int tenant, String sha256) {
    try {
      return store.file(tenant, sha256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A template's file, to be read only. */
  public record Download(String name, String mediaType, Path file) {}

  /** A template's file, already in the content store. */
  public record TemplateFile(String name, String mediaType, String sha256) {}

  public static TemplateFormat format(String mediaType) {
    for (var format : TemplateFormat.values()) {
      if (format.mediaType().equals(mediaType)) {
        return format;
      }
    }
    throw Refusal.field("file", "template.not-docx-or-odt");
  }

  private Long unit(String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    return organisation
        .unit(code)
        .orElseThrow(() -> Refusal.field("unit", "organisation.unknown-unit", code))
        .id();
  }

  private static TemplateLine line(Row row) {
    return new TemplateLine(
        row.number("id"),
        row.number("version"),
        row.text("code"),
        row.text("label"),
        row.text("file_name"),
        row.text("media_type"),
        row.text("unit_code"),
        row.text("unit_label"),
        row.flag("active"));
  }
}
