package fr.vaguemestre.approval;

import fr.vaguemestre.access.Right;
import java.util.Optional;

/** What a step of the chain asks for. */
public enum StepKind {
  VISA,
  /** A griffe, put on in the application. */
  SIGNATURE,
  /** By hand: printed, signed, scanned, attached by whoever answers (O15). */
  PAPER;

  /** Whether a chain ends with it. */
  public boolean signs() {
    return this != VISA;
  }

  /** The right it takes; empty for what is done on paper. */
  Optional<Right> right() {
    return switch (this) {
      case VISA -> Optional.of(Right.VISA);
      case SIGNATURE -> Optional.of(Right.SIGN);
      case PAPER -> Optional.empty();
    };
  }
}
