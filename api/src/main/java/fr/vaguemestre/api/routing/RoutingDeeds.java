package fr.vaguemestre.api.routing;

import static fr.vaguemestre.api.circuit.Deed.Input.optional;

import fr.vaguemestre.api.circuit.Attempt;
import fr.vaguemestre.api.circuit.Deed;
import fr.vaguemestre.api.circuit.Deeds;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.routing.Routings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Redirecting, taking charge, putting in copy. */
@ApplicationScoped
public class RoutingDeeds implements Deeds {
  @Inject Routings routings;

  @Override
  public List<Deed> all() {
    return List.of(
        Deed.of(
            Action.REDIRECT,
            this::redirect,
            optional("unit", "unit"),
            optional("agent", "agent"),
            optional("reason", "text")),
        Deed.of(Action.TAKE_CHARGE, this::takeCharge),
        Deed.of(Action.COPY, this::copy, optional("unit", "unit"), optional("agent", "agent")));
  }

  private void redirect(Attempt attempt) {
    var unit = attempt.fields().text("unit");
    var agent = attempt.fields().text("agent");
    var reason = attempt.fields().text("reason");
    attempt.fields().check();
    routings.redirect(
        attempt.reader(), attempt.letter(), attempt.seenVersion(), unit, agent, reason);
  }

  private void takeCharge(Attempt attempt) {
    routings.takeCharge(attempt.reader(), attempt.letter(), attempt.seenVersion());
  }

  private void copy(Attempt attempt) {
    var unit = attempt.fields().text("unit");
    var agent = attempt.fields().text("agent");
    attempt.fields().check();
    routings.copy(attempt.reader(), attempt.letter(), attempt.seenVersion(), unit, agent);
  }
}
