package fr.vaguemestre.circuit;

import static fr.vaguemestre.circuit.Action.*;
import static fr.vaguemestre.circuit.Condition.*;
import static fr.vaguemestre.circuit.Transition.Prominence.*;

import fr.vaguemestre.access.Right;
import java.util.List;
import java.util.Set;

/** The circuit a new town starts with: O9 to O12, visa and griffe. */
final class IncomingCircuit {
  static final List<State> STATES =
      List.of(
          new State("OUT_OF_CIRCUIT", "Hors circuit", "Reçu", "plain", "lock", false, false, false),
          new State("TO_QUALIFY", "À qualifier", "Reçu", "plain", "inbox", true, false, true),
          new State(
              "TO_PROCESS", "À traiter", "En cours d’examen", "info", "pen", false, false, true),
          new State(
              "IN_APPROVAL",
              "Réponse en validation",
              "Réponse en préparation",
              "info",
              "stamp",
              false,
              false,
              true),
          new State(
              "TO_SEND", "À envoyer", "Réponse en préparation", "soon", "send", false, false, true),
          new State("CLOSED", "Clos", "Traité", "done", "check-circle", false, true, true));

  static final List<Transition> TRANSITIONS =
      List.of(
          t(
              ENTER_CIRCUIT,
              "OUT_OF_CIRCUIT",
              "TO_QUALIFY",
              Right.REGISTER_SENSITIVE,
              Who.VIEWER,
              "Mettre dans le circuit",
              PRIMARY),
          t(
              NOTE,
              "OUT_OF_CIRCUIT",
              "OUT_OF_CIRCUIT",
              Right.NOTE,
              Who.VIEWER,
              "Ajouter une note",
              MORE),
          t(
              CLOSE,
              "OUT_OF_CIRCUIT",
              "CLOSED",
              Right.REGISTER_SENSITIVE,
              Who.VIEWER,
              "Classer sans suite",
              MORE),
          t(
              QUALIFY,
              "TO_QUALIFY",
              "TO_PROCESS",
              Right.QUALIFY,
              Who.HOLDER,
              "Qualifier et transmettre",
              PRIMARY),
          t(COPY, "TO_QUALIFY", "TO_QUALIFY", Right.REDIRECT, Who.HOLDER, "Mettre en copie", MORE),
          t(NOTE, "TO_QUALIFY", "TO_QUALIFY", Right.NOTE, Who.VIEWER, "Ajouter une note", MORE),
          t(CLOSE, "TO_QUALIFY", "CLOSED", Right.CLOSE, Who.HOLDER, "Classer sans suite", MORE),
          t(DRAFT, "TO_PROCESS", "TO_PROCESS", Right.PROCESS, Who.HANDLER, "Répondre", PRIMARY),
          t(
              SUBMIT,
              "TO_PROCESS",
              "IN_APPROVAL",
              Right.PROCESS,
              Who.HANDLER,
              "Envoyer en validation",
              LIKELY,
              REPLY_READY),
          t(
              CONTRIBUTE,
              "TO_PROCESS",
              "TO_PROCESS",
              Right.CONTRIBUTE,
              Who.CONTRIBUTOR,
              "Donner ma contribution",
              LIKELY),
          t(REDIRECT, "TO_PROCESS", "TO_PROCESS", Right.REDIRECT, Who.HANDLER, "Rediriger", LIKELY),
          t(
              REQUEST_CONTRIBUTION,
              "TO_PROCESS",
              "TO_PROCESS",
              Right.REQUEST_CONTRIBUTION,
              Who.HANDLER,
              "Demander une contribution",
              LIKELY),
          t(
              REQUEST_TASK,
              "TO_PROCESS",
              "TO_PROCESS",
              Right.REQUEST_TASK,
              Who.HANDLER,
              "Répartir en tâches",
              LIKELY),
          t(
              ANSWER_TASK,
              "TO_PROCESS",
              "TO_PROCESS",
              Right.CONTRIBUTE,
              Who.TASKED,
              "Répondre à la tâche",
              LIKELY),
          t(
              WITHDRAW_TASK,
              "TO_PROCESS",
              "TO_PROCESS",
              Right.REQUEST_TASK,
              Who.HANDLER,
              "Retirer une tâche",
              MORE,
              TASK_AWAITED),
          t(
              TAKE_CHARGE,
              "TO_PROCESS",
              "TO_PROCESS",
              Right.PROCESS,
              Who.HOLDER,
              "Prendre en charge",
              MORE),
          t(COPY, "TO_PROCESS", "TO_PROCESS", Right.REDIRECT, Who.HANDLER, "Mettre en copie", MORE),
          t(
              QUALIFY,
              "TO_PROCESS",
              "TO_PROCESS",
              Right.QUALIFY,
              Who.HANDLER,
              "Modifier la qualification",
              MORE),
          t(NOTE, "TO_PROCESS", "TO_PROCESS", Right.NOTE, Who.VIEWER, "Ajouter une note", MORE),
          t(CLOSE, "TO_PROCESS", "CLOSED", Right.CLOSE, Who.HANDLER, "Clore sans réponse", MORE),
          t(
              APPROVE,
              "IN_APPROVAL",
              "IN_APPROVAL",
              Right.VISA,
              Who.APPROVER,
              "Viser et transmettre",
              PRIMARY,
              VISA_AT_HAND),
          t(
              SIGN,
              "IN_APPROVAL",
              "TO_SEND",
              Right.SIGN,
              Who.APPROVER,
              "Signer",
              PRIMARY,
              SIGNATURE_AT_HAND),
          t(
              ATTACH_SIGNED,
              "IN_APPROVAL",
              "TO_SEND",
              Right.PROCESS,
              Who.HANDLER,
              "Joindre la version signée",
              PRIMARY,
              PAPER_AT_HAND),
          t(REFUSE, "IN_APPROVAL", "TO_PROCESS", null, Who.APPROVER, "Refuser", LIKELY),
          t(
              ANSWER_TASK,
              "IN_APPROVAL",
              "IN_APPROVAL",
              Right.CONTRIBUTE,
              Who.TASKED,
              "Répondre à la tâche",
              LIKELY),
          t(
              WITHDRAW_TASK,
              "IN_APPROVAL",
              "IN_APPROVAL",
              Right.REQUEST_TASK,
              Who.HANDLER,
              "Retirer une tâche",
              MORE,
              TASK_AWAITED),
          t(
              SEND_BACK,
              "IN_APPROVAL",
              "IN_APPROVAL",
              null,
              Who.APPROVER,
              "Renvoyer à l’étape précédente",
              MORE,
              PREVIOUS_STEP),
          t(
              RECALL,
              "IN_APPROVAL",
              "TO_PROCESS",
              Right.PROCESS,
              Who.HANDLER,
              "Reprendre la réponse",
              MORE),
          t(NOTE, "IN_APPROVAL", "IN_APPROVAL", Right.NOTE, Who.VIEWER, "Ajouter une note", MORE),
          t(
              SEND,
              "TO_SEND",
              "CLOSED",
              Right.SEND,
              Who.HANDLER,
              "Envoyer la réponse",
              PRIMARY,
              REPLY_SIGNED),
          t(
              ANSWER_TASK,
              "TO_SEND",
              "TO_SEND",
              Right.CONTRIBUTE,
              Who.TASKED,
              "Répondre à la tâche",
              LIKELY),
          t(
              WITHDRAW_TASK,
              "TO_SEND",
              "TO_SEND",
              Right.REQUEST_TASK,
              Who.HANDLER,
              "Retirer une tâche",
              MORE,
              TASK_AWAITED),
          t(
              RECALL,
              "TO_SEND",
              "TO_PROCESS",
              Right.PROCESS,
              Who.HANDLER,
              "Reprendre la réponse",
              MORE),
          t(NOTE, "TO_SEND", "TO_SEND", Right.NOTE, Who.VIEWER, "Ajouter une note", MORE),
          t(RETURN, "CLOSED", "TO_SEND", null, Who.SYSTEM, "Retour de l’envoi", HIDDEN),
          t(REOPEN, "CLOSED", "TO_PROCESS", Right.REOPEN, Who.HANDLER, "Rouvrir", MORE),
          t(NOTE, "CLOSED", "CLOSED", Right.NOTE, Who.VIEWER, "Ajouter une note", MORE));

  private IncomingCircuit() {}

  private static Transition t(
      Action action,
      String from,
      String to,
      Right right,
      Who who,
      String label,
      Transition.Prominence prominence,
      Condition... conditions) {
    return new Transition(
        action, from, to, right, who, Set.of(conditions), Set.of(), Set.of(), label, prominence);
  }
}
