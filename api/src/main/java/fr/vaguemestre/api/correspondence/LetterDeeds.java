package fr.vaguemestre.api.correspondence;

import static fr.vaguemestre.api.circuit.Deed.Input.needed;
import static fr.vaguemestre.api.circuit.Deed.Input.optional;

import fr.vaguemestre.api.circuit.Attempt;
import fr.vaguemestre.api.circuit.Deed;
import fr.vaguemestre.api.circuit.Deeds;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.Closings;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.Notes;
import fr.vaguemestre.correspondence.Qualifications;
import fr.vaguemestre.correspondence.Registration;
import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Qualifying, noting, closing, reopening, entering the circuit. */
@ApplicationScoped
public class LetterDeeds implements Deeds {
  @Inject Qualifications qualifications;
  @Inject Correspondences correspondences;
  @Inject Notes notes;
  @Inject Closings closings;

  @Override
  public List<Deed> all() {
    return List.of(
        Deed.of(
            Action.QUALIFY,
            this::qualify,
            optional("subject", "text"),
            optional("type", "type"),
            optional("priority", "priority"),
            optional("unit", "unit"),
            optional("deadline", "date"),
            optional("deadlineReason", "text"),
            optional("firstReceivedOn", "date"),
            optional("confidential", "flag"),
            optional("note", "text")),
        Deed.of(Action.NOTE, this::note, needed("body", "text"), optional("unit", "unit")),
        Deed.of(Action.CLOSE, this::close, needed("reason", "text")),
        Deed.of(Action.REOPEN, this::reopen, optional("reason", "text")),
        Deed.of(Action.ENTER_CIRCUIT, this::enterCircuit, optional("note", "text")));
  }

  /**
   * What is not given stays; a type that changes brings its own unit and deadline when none is
   * given, but for a deadline that was set by hand with its reason.
   */
  private void qualify(Attempt attempt) {
    var fields = attempt.fields();
    var now = correspondences.view(attempt.reader(), attempt.letter());
    var type = or(fields.text("type"), now.typeCode());
    var priority = or(fields.text("priority"), now.priorityCode());
    boolean sameDelay = type.equals(now.typeCode()) && priority.equals(now.priorityCode());
    boolean stays = sameDelay || now.deadlineReason() != null;
    var deadline = fields.has("deadline") || !stays ? fields.date("deadline") : now.deadline();
    var unit = fields.text("unit");
    if (unit == null && type.equals(now.typeCode())) {
      unit = now.unitCode();
    }
    var note = fields.text("note");
    var wish =
        new Registration(
            now.category(),
            now.channel(),
            or(fields.text("subject"), now.subject()),
            type,
            priority,
            now.senderId(),
            null,
            unit,
            null,
            List.of(),
            List.of(),
            now.documentDate(),
            now.postmarkDate(),
            now.arrivalDate(),
            deadline,
            fields.has("confidential") ? fields.flag("confidential") : now.confidential(),
            now.sensitive(),
            false,
            null,
            fields.has("deadline") ? or(fields.text("deadlineReason"), note) : null,
            fields.has("firstReceivedOn") ? fields.date("firstReceivedOn") : now.firstReceivedOn());
    fields.check();
    qualifications.qualify(attempt.reader(), attempt.letter(), attempt.seenVersion(), wish, note);
  }

  private void note(Attempt attempt) {
    var body = attempt.fields().text("body");
    var unit = attempt.fields().text("unit");
    attempt.fields().check();
    try {
      notes.write(attempt.reader(), attempt.letter(), attempt.seenVersion(), body, unit);
    } catch (Refusal e) {
      throw named(e);
    }
  }

  /** A screen has many forms and calls these fields otherwise. */
  private static Refusal named(Refusal e) {
    return switch (e.field().orElse("")) {
      case "note" -> Refusal.field("body", e.key(), e.arguments().toArray());
      case "noteUnit" -> Refusal.field("unit", e.key(), e.arguments().toArray());
      default -> e;
    };
  }

  private void close(Attempt attempt) {
    var reason = attempt.fields().text("reason");
    attempt.fields().check();
    closings.close(attempt.reader(), attempt.letter(), attempt.seenVersion(), reason);
  }

  private void reopen(Attempt attempt) {
    var reason = attempt.fields().text("reason");
    attempt.fields().check();
    closings.reopen(attempt.reader(), attempt.letter(), attempt.seenVersion(), reason);
  }

  private void enterCircuit(Attempt attempt) {
    var note = attempt.fields().text("note");
    attempt.fields().check();
    closings.enterCircuit(attempt.reader(), attempt.letter(), attempt.seenVersion(), note);
  }

  private static String or(String given, String present) {
    return given == null || given.isBlank() ? present : given;
  }
}
