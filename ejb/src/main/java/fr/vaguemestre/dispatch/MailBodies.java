package fr.vaguemestre.dispatch;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.reply.MergeFields;
import fr.vaguemestre.reply.Merging;
import fr.vaguemestre.template.ReplyTemplate;
import fr.vaguemestre.template.TemplateLine;
import fr.vaguemestre.template.Templates;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** The words of a mail about a letter, from a template in HTML or plain (REP1). */
@Stateless
public class MailBodies {
  @Inject Templates templates;
  @Inject Merging merging;
  @Inject MergeFields fields;
  @Inject Correspondences correspondences;

  /**
   * A body both ways.
   *
   * @param html null for a plain message
   */
  public record Body(String text, String html) {
    SendingWish in(SendingWish wish) {
      return new SendingWish(
          wish.means(),
          wish.recipient(),
          wish.subject(),
          text,
          wish.registeredNumber(),
          wish.template(),
          wish.alone());
    }
  }

  /** The templates in HTML that may be used for this letter. */
  public List<TemplateLine> usable(Reader reader, long letter) {
    return templates.usableForMail(correspondences.view(reader, letter).unitCode());
  }

  /**
   * @throws Refusal on {@code template} when it may not be used for this letter
   */
  public Body of(Reader reader, long letter, SendingWish wish) {
    if (wish.means() != Means.EMAIL || wish.template() == null || wish.template().isBlank()) {
      return new Body(wish.text(), null);
    }
    var template = template(reader, letter, wish.template());
    if (wish.alone() && !merging.fields(reader, template).contains("texte")) {
      throw Refusal.field("template", "dispatch.no-place-for-text", "{{texte}}");
    }
    var filled =
        merging.mail(reader, template, fields.of(fields.source(reader, letter), wish.text()));
    return new Body(filled.text(), filled.html());
  }

  private ReplyTemplate template(Reader reader, long letter, String code) {
    return templates
        .find(code)
        .filter(t -> usable(reader, letter).stream().anyMatch(u -> u.code().equals(code)))
        .orElseThrow(() -> Refusal.field("template", "reply.unknown-template"));
  }
}
