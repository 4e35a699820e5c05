package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.platform.Refusal;
import java.util.List;

/**
 * An acknowledgement before it leaves.
 *
 * @param recipient an address, postal in lines; null when there is none
 * @param missing what it owes and its text does not say: with any, it does not leave
 */
public record Draft(
    AcknowledgementKind kind, Way way, String recipient, String text, List<Mention> missing) {
  public Draft {
    missing = List.copyOf(missing);
  }

  /**
   * @throws Refusal on {@code text}, naming the first mention that is missing
   */
  public void refuseIncomplete() {
    if (!missing.isEmpty()) {
      throw Refusal.field("text", missing.getFirst().missing());
    }
  }
}
