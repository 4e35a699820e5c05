package fr.vaguemestre.circuit;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
  REMIND_OPINIONS,
  STOP_OPINIONS,
  REQUEST_TASK,
  ANSWER_TASK,
  WITHDRAW_TASK,
  TRANSMIT,
  RECORD_RETURN,
  /** What the law asks for a request: its regime, acknowledgements, pieces (DEL2). */
  ACKNOWLEDGE,
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

  /** To whom alone it can be open, since it ends what is awaited of them; empty for anybody. */
  public Optional<Who> whose() {
    return switch (this) {
      case CONTRIBUTE -> Optional.of(Who.CONTRIBUTOR);
      case ANSWER_TASK -> Optional.of(Who.TASKED);
      case APPROVE, SIGN, REFUSE, SEND_BACK -> Optional.of(Who.APPROVER);
      default -> Optional.empty();
    };
  }

  /** The conditions without which it cannot be done. */
  public Set<Condition> needs() {
    return switch (this) {
      case SUBMIT -> Set.of(Condition.REPLY_READY);
      case APPROVE -> Set.of(Condition.VISA_AT_HAND);
      case SIGN -> Set.of(Condition.SIGNATURE_AT_HAND);
      case ATTACH_SIGNED -> Set.of(Condition.PAPER_AT_HAND);
      case SEND_BACK -> Set.of(Condition.PREVIOUS_STEP);
      case SEND -> Set.of(Condition.REPLY_SIGNED);
      case REMIND_OPINIONS, STOP_OPINIONS -> Set.of(Condition.OPINION_AWAITED);
      default -> Set.of();
    };
  }

  public static Optional<Action> ofPath(String path) {
    return Stream.of(values()).filter(action -> action.path().equals(path)).findFirst();
  }
}
