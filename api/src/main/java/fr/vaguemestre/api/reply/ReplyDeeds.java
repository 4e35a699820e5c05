package fr.vaguemestre.api.reply;

import static fr.vaguemestre.api.circuit.Deed.Input.optional;

import fr.vaguemestre.api.circuit.Attempt;
import fr.vaguemestre.api.circuit.Deed;
import fr.vaguemestre.api.circuit.Deeds;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.reply.Replies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** A new version of the reply: from a template, or the file given with the request. */
@ApplicationScoped
public class ReplyDeeds implements Deeds {
  @Inject Replies replies;

  @Override
  public List<Deed> all() {
    return List.of(
        Deed.of(
            Action.DRAFT,
            this::draft,
            optional("template", "template"),
            optional("text", "text"),
            optional("file", "file")));
  }

  private void draft(Attempt attempt) {
    if (attempt.file().isPresent()) {
      replies.upload(
          attempt.reader(), attempt.letter(), attempt.seenVersion(), attempt.file().get());
      return;
    }
    var template = attempt.fields().requiredText("template");
    var text = attempt.fields().text("text");
    attempt.fields().check();
    replies.draft(attempt.reader(), attempt.letter(), attempt.seenVersion(), template, text);
  }
}
