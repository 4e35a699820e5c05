package fr.vaguemestre.api.transmission;

import static fr.vaguemestre.api.circuit.Deed.Input.needed;
import static fr.vaguemestre.api.circuit.Deed.Input.optional;

import fr.vaguemestre.api.capture.Metadata;
import fr.vaguemestre.api.circuit.Attempt;
import fr.vaguemestre.api.circuit.Deed;
import fr.vaguemestre.api.circuit.Deeds;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.transmission.ReturnWish;
import fr.vaguemestre.transmission.Returns;
import fr.vaguemestre.transmission.TransmissionWish;
import fr.vaguemestre.transmission.Transmissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Handing a document outside, recording what came back. */
@ApplicationScoped
public class TransmissionDeeds implements Deeds {
  @Inject Transmissions transmissions;
  @Inject Returns returns;

  @Override
  public List<Deed> all() {
    return List.of(
        Deed.of(
            Action.TRANSMIT,
            this::transmit,
            needed("document", "number"),
            needed("motive", "text"),
            needed("means", "EMAIL|POST"),
            optional("serviceId", "number"),
            optional("service", "object"),
            optional("sentOn", "date"),
            optional("expectedOn", "date"),
            optional("registeredNumber", "text")),
        Deed.of(
            Action.RECORD_RETURN,
            this::comeBack,
            optional("transmission", "number"),
            optional("returnedOn", "date"),
            optional("comment", "text"),
            optional("settled", "flag"),
            optional("file", "file")));
  }

  private void transmit(Attempt attempt) {
    var fields = attempt.fields();
    var wish =
        new TransmissionWish(
            fields.number("document"),
            fields.number("serviceId"),
            fields.object("service").map(Metadata::contact).orElse(null),
            fields.requiredText("motive"),
            fields.requiredConstant("means", Means.class),
            fields.date("sentOn"),
            fields.date("expectedOn"),
            fields.text("registeredNumber"));
    fields.check();
    transmissions.transmit(attempt.reader(), attempt.letter(), attempt.seenVersion(), wish);
  }

  private void comeBack(Attempt attempt) {
    var fields = attempt.fields();
    var wish =
        new ReturnWish(
            fields.number("transmission"),
            fields.date("returnedOn"),
            fields.text("comment"),
            fields.flag("settled"));
    fields.check();
    returns.record(
        attempt.reader(),
        attempt.letter(),
        attempt.seenVersion(),
        wish,
        attempt.file().orElse(null));
  }
}
