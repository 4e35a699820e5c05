package fr.vaguemestre.basket;

import fr.vaguemestre.circuit.Action;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done to many letters at once: it asks nothing but what they have in common. */
public enum BulkDeed {
  REDIRECT(Action.REDIRECT),
  COPY(Action.COPY),
  TAKE_CHARGE(Action.TAKE_CHARGE),
  CLOSE(Action.CLOSE),
  /** Asks for the password, and is carried out by {@code signing}. */
  SIGN(Action.SIGN),
  READ(null),
  UNREAD(null),
  FOLLOW(null),
  UNFOLLOW(null),
  TAG(null),
  UNTAG(null);

  private final Action action;

  BulkDeed(Action action) {
    this.action = action;
  }

  /** The circuit's action that must be open for each letter; none for marks and tags. */
  public Optional<Action> action() {
    return Optional.ofNullable(action);
  }

  /** The name in addresses and in the API: {@code take-charge}. */
  public String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<BulkDeed> ofPath(String path) {
    return Stream.of(values()).filter(deed -> deed.path().equals(path)).findFirst();
  }
}
