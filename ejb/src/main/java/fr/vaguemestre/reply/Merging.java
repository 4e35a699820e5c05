package fr.vaguemestre.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.storage.ContentStore;
import fr.vaguemestre.template.ReplyTemplate;
import fr.vaguemestre.template.engine.MailText;
import fr.vaguemestre.template.engine.TemplateEngine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;

/** A template filled in: what a draft is made of, and what a preview shows. */
@ApplicationScoped
public class Merging {
  @Inject ContentStore store;

  /** The document, in the template's own format. */
  public byte[] of(Reader reader, ReplyTemplate template, Map<String, Object> values) {
    if (template.mail()) {
      return mail(reader, template, values).html().getBytes(UTF_8);
    }
    return letter(reader.tenant(), template.sha256(), values);
  }

  /**
   * @param sha256 of a letter's template
   */
  public byte[] letter(int tenant, String sha256, Map<String, Object> values) {
    try {
      var out = new ByteArrayOutputStream();
      TemplateEngine.merge(store.file(tenant, sha256), values, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An e-mail's body, both ways. */
  public MailText.Filled mail(Reader reader, ReplyTemplate template, Map<String, Object> values) {
    return MailText.fill(html(reader, template), values);
  }

  /** The fields, loops and conditions it names. */
  public Set<String> fields(Reader reader, ReplyTemplate template) {
    try {
      return template.mail()
          ? MailText.fields(html(reader, template))
          : TemplateEngine.fields(store.file(reader.tenant(), template.sha256()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String html(Reader reader, ReplyTemplate template) {
    try {
      return Files.readString(store.file(reader.tenant(), template.sha256()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
