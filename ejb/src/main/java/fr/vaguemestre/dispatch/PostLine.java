package fr.vaguemestre.dispatch;

import java.util.List;

/**
 * A signed reply that waits for the post; {@code version}: the letter's, as seen.
 *
 * @param address the lines of its postal address; empty when it is incomplete
 * @param byHand whether it was signed on paper: the paper itself leaves, its address is printed
 * @param apart files that leave with it and are not printed here, by their names
 */
public record PostLine(
    long id,
    long version,
    String chrono,
    String subject,
    String recipient,
    List<String> address,
    boolean byHand,
    List<String> apart) {
  /** Whether it can be printed and posted with others. */
  public boolean ready() {
    return !address.isEmpty();
  }
}
