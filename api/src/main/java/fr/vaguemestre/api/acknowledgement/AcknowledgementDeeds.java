package fr.vaguemestre.api.acknowledgement;

import static fr.vaguemestre.api.circuit.Deed.Input.needed;
import static fr.vaguemestre.api.circuit.Deed.Input.optional;

import fr.vaguemestre.acknowledgement.Answering;
import fr.vaguemestre.acknowledgement.FollowUps;
import fr.vaguemestre.acknowledgement.Quarantine;
import fr.vaguemestre.acknowledgement.ReasonsOnDemand;
import fr.vaguemestre.acknowledgement.RegimeReason;
import fr.vaguemestre.acknowledgement.Way;
import fr.vaguemestre.api.circuit.Attempt;
import fr.vaguemestre.api.circuit.Deed;
import fr.vaguemestre.api.circuit.Deeds;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.circuit.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Regime, acknowledgements, pieces, transfer and attestation of a request. */
@ApplicationScoped
public class AcknowledgementDeeds implements Deeds {
  @Inject FollowUps followUps;
  @Inject Answering answering;
  @Inject Quarantine quarantine;
  @Inject ReasonsOnDemand reasons;

  /** What is done of them. */
  enum What {
    REGIME,
    ARE,
    PIECES,
    PIECES_RECEIVED,
    TRANSFER,
    ATTESTATION,
    POSTED,
    NOTIFIED,
    ANSWERING,
    QUARANTINE,
    RELEASE,
    REASONS_ASKED,
    REASONS_GIVEN
  }

  @Override
  public List<Deed> all() {
    return List.of(
        Deed.of(
            Action.ACKNOWLEDGE,
            this::act,
            needed(
                "what",
                "REGIME|ARE|PIECES|PIECES_RECEIVED|TRANSFER|ATTESTATION|POSTED|NOTIFIED|ANSWERING|QUARANTINE|RELEASE|REASONS_ASKED|REASONS_GIVEN"),
            optional("means", "EMAIL|POST"),
            optional("text", "text"),
            optional(
                "reason",
                "TEXT|NO_PROCEDURE|FINANCIAL|NOT_INDIVIDUAL|OWN_STAFF|LISTED|PRINCIPLE|INFORMATION"),
            optional("months", "number"),
            optional("days", "number"),
            optional("words", "text"),
            optional("pieces", "texts"),
            optional("on", "date"),
            optional("to", "text"),
            optional("number", "text"),
            optional("electronicRefused", "true|false"),
            optional("address", "text")));
  }

  private void act(Attempt attempt) {
    var fields = attempt.fields();
    var what = fields.requiredConstant("what", What.class);
    fields.check();
    var seen = new FollowUps.Seen(attempt.letter(), attempt.seenVersion());
    switch (what) {
      case REGIME -> regime(attempt, seen);
      case PIECES -> pieces(attempt, seen);
      case TRANSFER -> transfer(attempt, seen);
      case PIECES_RECEIVED -> {
        var on = fields.date("on");
        fields.check();
        followUps.piecesArrived(attempt.reader(), seen, on);
      }
      case ARE -> {
        var way = way(fields);
        fields.check();
        followUps.acknowledge(attempt.reader(), seen, way, fields.text("text"));
      }
      case NOTIFIED -> {
        var on = fields.date("on");
        fields.check();
        followUps.notified(attempt.reader(), seen, on);
      }
      case POSTED -> followUps.posted(attempt.reader(), seen, fields.text("number"));
      case QUARANTINE -> quarantine.put(attempt.reader(), seen, fields.text("words"));
      case RELEASE -> quarantine.release(attempt.reader(), seen, fields.text("words"));
      case REASONS_ASKED -> {
        var on = fields.date("on");
        fields.check();
        reasons.asked(attempt.reader(), seen, on);
      }
      case REASONS_GIVEN -> {
        var on = fields.date("on");
        fields.check();
        reasons.given(attempt.reader(), seen, on);
      }
      case ANSWERING -> {
        boolean refused = fields.flag("electronicRefused");
        var address = fields.text("address");
        fields.check();
        answering.note(
            attempt.reader(), seen, fields.has("electronicRefused") ? refused : null, address);
      }
      case ATTESTATION -> {
        var way = way(fields);
        fields.check();
        followUps.attest(attempt.reader(), seen, way, fields.text("text"));
      }
    }
  }

  private void regime(Attempt attempt, FollowUps.Seen seen) {
    var fields = attempt.fields();
    var reason = fields.requiredConstant("reason", RegimeReason.class);
    var months = integer(fields, "months");
    var days = integer(fields, "days");
    var words = fields.text("words");
    fields.check();
    followUps.decide(attempt.reader(), seen, reason, months, days, words);
  }

  private void pieces(Attempt attempt, FollowUps.Seen seen) {
    var fields = attempt.fields();
    var pieces = fields.texts("pieces");
    var days = integer(fields, "days");
    var way = way(fields);
    var text = fields.text("text");
    fields.check();
    followUps.askPieces(attempt.reader(), seen, pieces, days, way, text);
  }

  private void transfer(Attempt attempt, FollowUps.Seen seen) {
    var fields = attempt.fields();
    var to = fields.text("to");
    var on = fields.date("on");
    var way = way(fields);
    var text = fields.text("text");
    fields.check();
    followUps.transfer(attempt.reader(), seen, to, on, way, text);
  }

  private static Way way(Fields fields) {
    return fields.requiredConstant("means", Way.class);
  }

  private static Integer integer(Fields fields, String name) {
    var number = fields.number(name);
    return number == null ? null : Math.clamp(number, -1, 1_000_000);
  }
}
