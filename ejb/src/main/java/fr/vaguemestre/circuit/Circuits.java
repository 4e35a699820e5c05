package fr.vaguemestre.circuit;

import static fr.vaguemestre.circuit.Action.*;
import static fr.vaguemestre.circuit.Condition.*;
import static fr.vaguemestre.circuit.Transition.Prominence.*;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The town's circuits and the version a new letter begins with. */
@Stateless
public class Circuits {
  /** The circuit every town starts with: O9 to O11, visa and griffe. */
  public static final String INCOMING = "ARRIVEE";

  @PersistenceContext EntityManager em;
  @Inject Clock clock;

  /** The version in force: the last one published. */
  public CircuitVersion inForce(String code) {
    return em.createQuery(
            "select v from CircuitVersion v where v.circuit.code = :code and v.publishedAt is not null order by v.number desc",
            CircuitVersion.class)
        .setParameter("code", code)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new Refusal("circuit.none-published", code));
  }

  /** The states letters may be in, by code, in the order of the circuit: for lists and counts. */
  public Map<String, String> stateLabels() {
    return inForce(INCOMING).states().stream()
        .collect(
            Collectors.toMap(State::code, State::label, (one, same) -> one, LinkedHashMap::new));
  }

  /** The circuit in force, to be read on a screen. */
  public CircuitView view(Reader reader) {
    reader.need(Right.ADMIN_CIRCUITS);
    var version = inForce(INCOMING);
    return new CircuitView(
        version.circuit().label(),
        version.number(),
        version.publishedAt(),
        version.states().stream().map(state -> step(version, state)).toList());
  }

  private static CircuitView.Step step(CircuitVersion version, State state) {
    return new CircuitView.Step(
        state.code(),
        state.label(),
        state.citizenLabel(),
        state.tone(),
        state.initial(),
        state.closed(),
        version.from(state.code()).stream()
            .map(
                t ->
                    new CircuitView.Way(
                        t.label(),
                        version.state(t.to()).label(),
                        !t.to().equals(state.code()),
                        t.right(),
                        t.who(),
                        t.condition(),
                        t.prominence()))
            .toList());
  }

  /** Publishes the circuit a new town starts with. */
  public void installIncoming() {
    var circuit = new Circuit(INCOMING, "Courrier arrivée");
    em.persist(circuit);
    var version = new CircuitVersion(circuit, 1, clock.instant());
    states(version);
    transitions(version);
    em.persist(version);
  }

  private static void states(CircuitVersion v) {
    v.add(new State("OUT_OF_CIRCUIT", "Hors circuit", "Reçu", "plain", false, false, false));
    v.add(new State("TO_QUALIFY", "À qualifier", "Reçu", "plain", true, false, true));
    v.add(new State("TO_PROCESS", "À traiter", "En cours d’examen", "info", false, false, true));
    v.add(
        new State(
            "IN_APPROVAL",
            "Réponse en validation",
            "Réponse en préparation",
            "info",
            false,
            false,
            true));
    v.add(new State("TO_SEND", "À envoyer", "Réponse en préparation", "soon", false, false, true));
    v.add(new State("CLOSED", "Clos", "Traité", "done", false, true, true));
  }

  private static void transitions(CircuitVersion v) {
    v.add(
        t(
            ENTER_CIRCUIT,
            "OUT_OF_CIRCUIT",
            "TO_QUALIFY",
            Right.REGISTER_SENSITIVE,
            Who.VIEWER,
            ALWAYS,
            "Mettre dans le circuit",
            PRIMARY));
    v.add(
        t(
            NOTE,
            "OUT_OF_CIRCUIT",
            "OUT_OF_CIRCUIT",
            Right.NOTE,
            Who.VIEWER,
            ALWAYS,
            "Ajouter une note",
            MORE));
    v.add(
        t(
            CLOSE,
            "OUT_OF_CIRCUIT",
            "CLOSED",
            Right.REGISTER_SENSITIVE,
            Who.VIEWER,
            ALWAYS,
            "Classer sans suite",
            MORE));

    v.add(
        t(
            QUALIFY,
            "TO_QUALIFY",
            "TO_PROCESS",
            Right.QUALIFY,
            Who.HOLDER,
            ALWAYS,
            "Qualifier et transmettre",
            PRIMARY));
    v.add(
        t(
            COPY,
            "TO_QUALIFY",
            "TO_QUALIFY",
            Right.REDIRECT,
            Who.HOLDER,
            ALWAYS,
            "Mettre en copie",
            MORE));
    v.add(
        t(
            NOTE,
            "TO_QUALIFY",
            "TO_QUALIFY",
            Right.NOTE,
            Who.VIEWER,
            ALWAYS,
            "Ajouter une note",
            MORE));
    v.add(
        t(
            CLOSE,
            "TO_QUALIFY",
            "CLOSED",
            Right.CLOSE,
            Who.HOLDER,
            ALWAYS,
            "Classer sans suite",
            MORE));

    v.add(
        t(
            DRAFT,
            "TO_PROCESS",
            "TO_PROCESS",
            Right.PROCESS,
            Who.HANDLER,
            ALWAYS,
            "Répondre",
            PRIMARY));
    v.add(
        t(
            SUBMIT,
            "TO_PROCESS",
            "IN_APPROVAL",
            Right.PROCESS,
            Who.HANDLER,
            REPLY_READY,
            "Envoyer en validation",
            LIKELY));
    v.add(
        t(
            CONTRIBUTE,
            "TO_PROCESS",
            "TO_PROCESS",
            Right.CONTRIBUTE,
            Who.CONTRIBUTOR,
            ALWAYS,
            "Donner ma contribution",
            LIKELY));
    v.add(
        t(
            REDIRECT,
            "TO_PROCESS",
            "TO_PROCESS",
            Right.REDIRECT,
            Who.HANDLER,
            ALWAYS,
            "Rediriger",
            LIKELY));
    v.add(
        t(
            REQUEST_CONTRIBUTION,
            "TO_PROCESS",
            "TO_PROCESS",
            Right.REQUEST_CONTRIBUTION,
            Who.HANDLER,
            ALWAYS,
            "Demander une contribution",
            LIKELY));
    v.add(
        t(
            TAKE_CHARGE,
            "TO_PROCESS",
            "TO_PROCESS",
            Right.PROCESS,
            Who.HOLDER,
            ALWAYS,
            "Prendre en charge",
            MORE));
    v.add(
        t(
            COPY,
            "TO_PROCESS",
            "TO_PROCESS",
            Right.REDIRECT,
            Who.HANDLER,
            ALWAYS,
            "Mettre en copie",
            MORE));
    v.add(
        t(
            QUALIFY,
            "TO_PROCESS",
            "TO_PROCESS",
            Right.QUALIFY,
            Who.HANDLER,
            ALWAYS,
            "Modifier la qualification",
            MORE));
    v.add(
        t(
            NOTE,
            "TO_PROCESS",
            "TO_PROCESS",
            Right.NOTE,
            Who.VIEWER,
            ALWAYS,
            "Ajouter une note",
            MORE));
    v.add(
        t(
            CLOSE,
            "TO_PROCESS",
            "CLOSED",
            Right.CLOSE,
            Who.HANDLER,
            ALWAYS,
            "Clore sans réponse",
            MORE));

    v.add(
        t(
            APPROVE,
            "IN_APPROVAL",
            "IN_APPROVAL",
            Right.VISA,
            Who.APPROVER,
            VISA_AT_HAND,
            "Viser et transmettre",
            PRIMARY));
    v.add(
        t(
            SIGN,
            "IN_APPROVAL",
            "TO_SEND",
            Right.SIGN,
            Who.APPROVER,
            SIGNATURE_AT_HAND,
            "Signer",
            PRIMARY));
    v.add(t(REFUSE, "IN_APPROVAL", "TO_PROCESS", null, Who.APPROVER, ALWAYS, "Refuser", LIKELY));
    v.add(
        t(
            RECALL,
            "IN_APPROVAL",
            "TO_PROCESS",
            Right.PROCESS,
            Who.HANDLER,
            ALWAYS,
            "Reprendre la réponse",
            MORE));
    v.add(
        t(
            NOTE,
            "IN_APPROVAL",
            "IN_APPROVAL",
            Right.NOTE,
            Who.VIEWER,
            ALWAYS,
            "Ajouter une note",
            MORE));

    v.add(
        t(
            SEND,
            "TO_SEND",
            "CLOSED",
            Right.SEND,
            Who.HANDLER,
            REPLY_SIGNED,
            "Envoyer la réponse",
            PRIMARY));
    v.add(
        t(
            RECALL,
            "TO_SEND",
            "TO_PROCESS",
            Right.PROCESS,
            Who.HANDLER,
            ALWAYS,
            "Reprendre la réponse",
            MORE));
    v.add(t(NOTE, "TO_SEND", "TO_SEND", Right.NOTE, Who.VIEWER, ALWAYS, "Ajouter une note", MORE));

    v.add(t(RETURN, "CLOSED", "TO_SEND", null, Who.SYSTEM, ALWAYS, "Retour de l’envoi", HIDDEN));
    v.add(t(REOPEN, "CLOSED", "TO_PROCESS", Right.REOPEN, Who.HANDLER, ALWAYS, "Rouvrir", MORE));
    v.add(t(NOTE, "CLOSED", "CLOSED", Right.NOTE, Who.VIEWER, ALWAYS, "Ajouter une note", MORE));
  }

  private static Transition t(
      Action action,
      String from,
      String to,
      Right right,
      Who who,
      Condition condition,
      String label,
      Transition.Prominence prominence) {
    return new Transition(action, from, to, right, who, condition, label, prominence);
  }
}
