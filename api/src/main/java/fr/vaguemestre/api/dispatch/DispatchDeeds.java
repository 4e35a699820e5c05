package fr.vaguemestre.api.dispatch;

import static fr.vaguemestre.api.circuit.Deed.Input.needed;
import static fr.vaguemestre.api.circuit.Deed.Input.optional;

import fr.vaguemestre.api.circuit.Attempt;
import fr.vaguemestre.api.circuit.Deed;
import fr.vaguemestre.api.circuit.Deeds;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.dispatch.Dispatches;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.dispatch.SendingWish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Sending the signed reply, or saying that it was posted. */
@ApplicationScoped
public class DispatchDeeds implements Deeds {
  @Inject Dispatches dispatches;

  @Override
  public List<Deed> all() {
    return List.of(
        Deed.of(
            Action.SEND,
            this::send,
            needed("means", "EMAIL|POST"),
            optional("recipient", "text"),
            optional("subject", "text"),
            optional("text", "text"),
            optional("registeredNumber", "text"),
            optional("template", "text"),
            optional("alone", "true"),
            optional("interim", "true")));
  }

  private void send(Attempt attempt) {
    var fields = attempt.fields();
    var wish =
        new SendingWish(
            fields.requiredConstant("means", Means.class),
            fields.text("recipient"),
            fields.text("subject"),
            fields.text("text"),
            fields.text("registeredNumber"),
            fields.text("template"),
            fields.flag("alone"),
            fields.flag("interim"));
    fields.check();
    dispatches.send(attempt.reader(), attempt.letter(), attempt.seenVersion(), wish);
  }
}
