package fr.vaguemestre.reply;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.correspondence.LetterView;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.storage.ContentStore;
import fr.vaguemestre.template.AnswerKind;
import fr.vaguemestre.template.AnswerLine;
import fr.vaguemestre.template.ReplyTemplate;
import fr.vaguemestre.template.StandardAnswers;
import fr.vaguemestre.template.Templates;
import fr.vaguemestre.template.engine.PlainText;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Drafting a reply from a template or from a file. The document is made and kept before the
 * transaction begins.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Replies {
  private static final long LONGEST = 50L * 1024 * 1024;
  private static final int MOST_ANSWERS = 8;

  @Inject Drafts drafts;
  @Inject MergeFields fields;
  @Inject Merging merging;
  @Inject Templates templates;
  @Inject StandardAnswers answers;
  @Inject ContentStore store;
  @Inject Captures captures;

  /** A piece of a reply ready to be streamed. */
  public record Piece(String name, String mediaType, String sha256) {}

  /** A new version merged from the template, with the agent's own text at {@code {{texte}}}. */
  public void draft(
      Reader reader, long letter, long seenVersion, String templateCode, String text) {
    draft(reader, letter, seenVersion, templateCode, text, null);
  }

  /**
   * The same, gathering the answers to tasks (O12).
   *
   * @param joined the tasks whose files leave with the reply; null to leave that as it is
   */
  public void draft(
      Reader reader,
      long letter,
      long seenVersion,
      String templateCode,
      String text,
      Set<Long> joined) {
    var template =
        templates
            .find(templateCode == null ? "" : templateCode)
            .filter(t -> !t.mail())
            .orElseThrow(() -> Refusal.field("template", "reply.unknown-template"));
    var source = fields.source(reader, letter);
    var values = fields.of(source, text);
    var file = merged(reader, template, values, source.letter());
    var from = new MergeSource(template.sha256(), template.mediaType(), values);
    drafts.add(reader, letter, seenVersion, template.id(), file, joined, from);
  }

  /**
   * The standard texts for this letter whose words hold all these, their fields filled in for it.
   */
  public List<AnswerLine> answers(Reader reader, long letter, AnswerKind kind, String words) {
    var source = fields.source(reader, letter);
    var values = fields.of(source, "");
    return answers.usable(reader, kind, source.letter().unitCode(), words, MOST_ANSWERS).stream()
        .map(answer -> answer.saying(PlainText.fill(answer.body(), values)))
        .toList();
  }

  /** A new version from a document edited outside: DOCX, ODT or RTF. */
  public void upload(Reader reader, long letter, long seenVersion, GivenFile given) {
    var kept = captures.keep(reader, given);
    if (!Drafts.EDITABLE.contains(kept.mediaType())) {
      throw Refusal.field("file", "reply.not-editable", kept.name());
    }
    drafts.add(
        reader,
        letter,
        seenVersion,
        null,
        new DraftFile(kept.name(), kept.mediaType(), kept.sha256(), kept.size()),
        null);
  }

  public List<VersionLine> versions(Reader reader, long letter) {
    return drafts.versions(reader, letter);
  }

  /**
   * What the second version says otherwise than the first, both by their numbers.
   *
   * @throws Refusal NOT_FOUND without such a version, INVALID while one is not read
   */
  public List<Comparison.Piece> compare(Reader reader, long letter, int from, int to) {
    return Comparison.of(drafts.text(reader, letter, from), drafts.text(reader, letter, to));
  }

  /** The document of a version as it is edited. */
  public Piece document(Reader reader, long letter, int number) {
    return drafts.piece(reader, letter, number, false);
  }

  /** The PDF of a version: signed when it is, else as judged. */
  public Piece pdf(Reader reader, long letter, int number) {
    return drafts.piece(reader, letter, number, true);
  }

  private DraftFile merged(
      Reader reader, ReplyTemplate template, Map<String, Object> values, LetterView letter) {
    try {
      var bytes = merging.of(reader, template, values);
      var kept = store.put(reader.tenant(), new ByteArrayInputStream(bytes), LONGEST);
      var ending = Templates.format(template.mediaType()).extension();
      var name = "Réponse " + letter.chrono().replace('/', '-') + "." + ending;
      return new DraftFile(name, template.mediaType(), kept.sha256(), kept.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
