package fr.vaguemestre.api.opinion;

import static fr.vaguemestre.api.circuit.Deed.Input.needed;
import static fr.vaguemestre.api.circuit.Deed.Input.optional;

import fr.vaguemestre.api.circuit.Attempt;
import fr.vaguemestre.api.circuit.Deed;
import fr.vaguemestre.api.circuit.Deeds;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.opinion.ContributionRequest;
import fr.vaguemestre.opinion.Contributions;
import fr.vaguemestre.opinion.OpinionRounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Asking for contributions, giving one, reminding, awaiting them no longer. */
@ApplicationScoped
public class ContributionDeeds implements Deeds {
  @Inject Contributions contributions;
  @Inject OpinionRounds rounds;

  @Override
  public List<Deed> all() {
    return List.of(
        Deed.of(
            Action.REQUEST_CONTRIBUTION,
            this::request,
            optional("unit", "unit"),
            optional("agent", "agent"),
            optional("to", "objects"),
            optional("sequential", "flag"),
            needed("question", "text"),
            optional("reason", "text"),
            optional("dueOn", "date")),
        Deed.of(Action.CONTRIBUTE, this::give, needed("answer", "text")),
        Deed.of(
            Action.REMIND_OPINIONS,
            this::remind,
            optional("round", "number"),
            optional("note", "text")),
        Deed.of(
            Action.STOP_OPINIONS,
            this::stop,
            optional("round", "number"),
            optional("reason", "text")));
  }

  /** Of one, by {@code unit} or {@code agent}; or of several, by the objects of {@code to}. */
  private void request(Attempt attempt) {
    var fields = attempt.fields();
    var whom = fields.has("to") ? fields.objects("to") : List.of(fields);
    var wish =
        new ContributionRequest(
            whom.stream()
                .map(one -> new ContributionRequest.Of(one.text("agent"), one.text("unit")))
                .toList(),
            fields.requiredText("question"),
            fields.text("reason"),
            fields.date("dueOn"),
            fields.flag("sequential"));
    fields.check();
    contributions.request(attempt.reader(), attempt.letter(), attempt.seenVersion(), wish);
  }

  private void give(Attempt attempt) {
    var answer = attempt.fields().text("answer");
    attempt.fields().check();
    contributions.give(attempt.reader(), attempt.letter(), attempt.seenVersion(), answer);
  }

  private void remind(Attempt attempt) {
    var round = round(attempt.fields());
    var note = attempt.fields().text("note");
    attempt.fields().check();
    rounds.remind(attempt.reader(), attempt.letter(), attempt.seenVersion(), round, note);
  }

  private void stop(Attempt attempt) {
    var round = round(attempt.fields());
    var reason = attempt.fields().text("reason");
    attempt.fields().check();
    rounds.stop(attempt.reader(), attempt.letter(), attempt.seenVersion(), round, reason);
  }

  private static Integer round(Fields fields) {
    var round = fields.number("round");
    return round == null ? null : Math.clamp(round, 0, Integer.MAX_VALUE);
  }
}
