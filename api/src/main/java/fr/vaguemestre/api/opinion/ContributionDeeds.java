package fr.vaguemestre.api.opinion;

import static fr.vaguemestre.api.circuit.Deed.Input.needed;
import static fr.vaguemestre.api.circuit.Deed.Input.optional;

import fr.vaguemestre.api.circuit.Attempt;
import fr.vaguemestre.api.circuit.Deed;
import fr.vaguemestre.api.circuit.Deeds;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.opinion.ContributionRequest;
import fr.vaguemestre.opinion.Contributions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Asking for a contribution and giving it. */
@ApplicationScoped
public class ContributionDeeds implements Deeds {
  @Inject Contributions contributions;

  @Override
  public List<Deed> all() {
    return List.of(
        Deed.of(
            Action.REQUEST_CONTRIBUTION,
            this::request,
            optional("unit", "unit"),
            optional("agent", "agent"),
            needed("question", "text"),
            optional("dueOn", "date")),
        Deed.of(Action.CONTRIBUTE, this::give, needed("answer", "text")));
  }

  private void request(Attempt attempt) {
    var fields = attempt.fields();
    var wish =
        new ContributionRequest(
            fields.text("agent"),
            fields.text("unit"),
            fields.requiredText("question"),
            fields.date("dueOn"));
    fields.check();
    contributions.request(attempt.reader(), attempt.letter(), attempt.seenVersion(), wish);
  }

  private void give(Attempt attempt) {
    var answer = attempt.fields().text("answer");
    attempt.fields().check();
    contributions.give(attempt.reader(), attempt.letter(), attempt.seenVersion(), answer);
  }
}
