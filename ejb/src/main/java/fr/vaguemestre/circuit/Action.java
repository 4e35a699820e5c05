package fr.vaguemestre.circuit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be done to a letter. What an action does is code, one feature each; in which state it
 * exists, for whom and under which label is data of the circuit.
 */
public enum Action {
  ENTER_CIRCUIT,
  QUALIFY,
  REDIRECT,
  TAKE_CHARGE,
  COPY,
  REQUEST_CONTRIBUTION,
  CONTRIBUTE,
  REQUEST_TASK,
  ANSWER_TASK,
  WITHDRAW_TASK,
  DRAFT,
  SUBMIT,
  APPROVE,
  SIGN,
  ATTACH_SIGNED,
  REFUSE,
  SEND_BACK,
  RECALL,
  SEND,
  RETURN,
  CLOSE,
  REOPEN,
  NOTE;

  /** The name in URLs: {@code request-contribution}. */
  public String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the application does it by itself, when a sending comes back: nobody is offered it. */
  public boolean bySystem() {
    return this == RETURN;
  }

  public static Optional<Action> ofPath(String path) {
    return Stream.of(values()).filter(action -> action.path().equals(path)).findFirst();
  }
}
