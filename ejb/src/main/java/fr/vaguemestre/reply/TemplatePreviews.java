package fr.vaguemestre.reply;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.office.DocumentConverter;
import fr.vaguemestre.office.OfficeUnavailable;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.WorkFolder;
import fr.vaguemestre.template.ReplyTemplate;
import fr.vaguemestre.template.Templates;
import fr.vaguemestre.template.engine.TemplateField;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A template as it would merge with a letter the reader sees, made as a draft is (REP1). Nothing is
 * kept, on the letter or elsewhere.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TemplatePreviews {
  private static final int RECENT = 12;

  /** What an agent or a signer brings later: never missing. */
  private static final Set<TemplateField> LATER =
      EnumSet.of(TemplateField.TEXTE, TemplateField.GRIFFE);

  @Inject Templates templates;
  @Inject MergeFields fields;
  @Inject Merging merging;
  @Inject Correspondences correspondences;
  @Inject DocumentConverter converter;

  /**
   * A preview.
   *
   * @param missing what the template names and this letter leaves empty, in the catalogue's order
   */
  public record Preview(String chrono, List<TemplateField> missing, byte[] pdf) {}

  /** The last letters the reader sees, newest first. */
  public List<LetterLine> recent(Reader reader) {
    return correspondences.lines(reader, sql("true"), "c.id desc", RECENT);
  }

  /**
   * The letter of this chrono number.
   *
   * @throws Refusal on {@code chrono}: absent and invisible are one (O8)
   */
  public long letter(Reader reader, String chrono) {
    var wanted = chrono == null ? "" : chrono.strip();
    return correspondences.lines(reader, sql("c.chrono = ?", wanted), "c.id", 1).stream()
        .findFirst()
        .map(LetterLine::id)
        .orElseThrow(() -> Refusal.field("chrono", "reply.preview-unknown-letter", wanted));
  }

  /**
   * @param code of a template this reader keeps, or sees as one of the whole town
   * @throws Refusal NOT_FOUND for the template or the letter; {@code template.…}, {@code office.…}
   *     when they do not make a document; CONFLICT without an office
   */
  public Preview of(Reader reader, String code, long letter) {
    var template = templates.shown(reader, code).orElseThrow(Refusal::notFound);
    var source = fields.source(reader, letter);
    var values = fields.of(source, "[" + TemplateField.TEXTE.label() + "]");
    var document = merging.of(reader, template, values);
    return new Preview(
        source.letter().chrono(), missing(reader, template, values), pdf(template, document));
  }

  private List<TemplateField> missing(
      Reader reader, ReplyTemplate template, Map<String, Object> values) {
    var named = merging.fields(reader, template);
    return Stream.of(TemplateField.values())
        .filter(f -> named.contains(f.marker()) && f.loop() == null && !LATER.contains(f))
        .filter(f -> String.valueOf(values.getOrDefault(f.marker(), "")).isBlank())
        .toList();
  }

  private byte[] pdf(ReplyTemplate template, byte[] document) {
    try (var folder = WorkFolder.create("preview")) {
      var merged = Files.write(folder.path().resolve("merged"), document);
      return Files.readAllBytes(converter.toPdf(merged, template.mediaType(), folder.path()));
    } catch (OfficeUnavailable e) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "reply.preview-no-office");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
