package fr.vaguemestre.organisation;

import java.time.Instant;
import java.util.List;

/**
 * An absence as lists show it; {@code enteredBy} is null when the agent declared it, {@code loops}
 * are the ways along which nobody inherits.
 */
public record AbsenceLine(
    long id,
    long version,
    String login,
    String name,
    Instant startsAt,
    Instant endsAt,
    String enteredBy,
    List<Given> baskets,
    List<Loop> loops) {
  /** One basket (code, label) and the colleague who gets it (login, name). */
  public record Given(String basket, String label, String login, String name) {}

  /** A basket that nobody inherits, because it comes back: the names on its way. */
  public record Loop(String label, List<String> names) {
    /** A → B → A. */
    public String way() {
      return String.join(" → ", names) + " → " + names.getFirst();
    }
  }
}
