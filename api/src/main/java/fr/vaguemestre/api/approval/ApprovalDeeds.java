package fr.vaguemestre.api.approval;

import static fr.vaguemestre.api.circuit.Deed.Input.needed;
import static fr.vaguemestre.api.circuit.Deed.Input.optional;

import fr.vaguemestre.api.circuit.Attempt;
import fr.vaguemestre.api.circuit.Deed;
import fr.vaguemestre.api.circuit.Deeds;
import fr.vaguemestre.approval.Approvals;
import fr.vaguemestre.approval.StepKind;
import fr.vaguemestre.approval.StepWish;
import fr.vaguemestre.circuit.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Sending the reply for validation, giving a visa, refusing, taking it back. */
@ApplicationScoped
public class ApprovalDeeds implements Deeds {
  @Inject Approvals approvals;

  @Override
  public List<Deed> all() {
    return List.of(
        Deed.of(
            Action.SUBMIT,
            this::submit,
            optional("steps", "steps"),
            optional("note", "text"),
            optional("seenSha256", "text")),
        Deed.of(
            Action.APPROVE,
            this::approve,
            optional("note", "text"),
            optional("ahead", "steps"),
            optional("seenSha256", "text")),
        Deed.of(Action.REFUSE, this::refuse, needed("reason", "text")),
        Deed.of(Action.SEND_BACK, this::sendBack, needed("reason", "text")),
        Deed.of(Action.RECALL, this::recall, optional("reason", "text")));
  }

  /** Without steps: the town's usual chain. */
  private void submit(Attempt attempt) {
    var steps = steps(attempt, "steps");
    var note = attempt.fields().text("note");
    var seen = attempt.fields().text("seenSha256");
    attempt.fields().check();
    approvals.submit(attempt.reader(), attempt.letter(), attempt.seenVersion(), seen, steps, note);
  }

  private void approve(Attempt attempt) {
    var note = attempt.fields().text("note");
    var ahead = attempt.fields().has("ahead") ? steps(attempt, "ahead") : null;
    var seen = attempt.fields().text("seenSha256");
    attempt.fields().check();
    approvals.approve(attempt.reader(), attempt.letter(), attempt.seenVersion(), seen, note, ahead);
  }

  private static List<StepWish> steps(Attempt attempt, String name) {
    return attempt.fields().objects(name).stream()
        .map(s -> new StepWish(s.requiredText("agent"), s.requiredConstant("kind", StepKind.class)))
        .toList();
  }

  private void sendBack(Attempt attempt) {
    var reason = attempt.fields().text("reason");
    attempt.fields().check();
    approvals.sendBack(attempt.reader(), attempt.letter(), attempt.seenVersion(), reason);
  }

  private void refuse(Attempt attempt) {
    var reason = attempt.fields().text("reason");
    attempt.fields().check();
    approvals.refuse(attempt.reader(), attempt.letter(), attempt.seenVersion(), reason);
  }

  private void recall(Attempt attempt) {
    var reason = attempt.fields().text("reason");
    attempt.fields().check();
    approvals.recall(attempt.reader(), attempt.letter(), attempt.seenVersion(), reason);
  }
}
