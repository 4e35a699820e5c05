package fr.vaguemestre.signing.pdf;

import java.time.LocalDate;
import java.util.List;

/**
 * Words drawn with the griffe, for letters whose template does not already say them.
 *
 * @param lines above the image, such as "Pour le Maire, par délégation"; may be empty
 * @param name under the image; null for none
 * @param date under the name, as "Signé le 3 novembre 2026"; null for none
 */
public record StampText(List<String> lines, String name, LocalDate date) {
  public static final StampText NONE = new StampText(List.of(), null, null);

  public StampText {
    lines = List.copyOf(lines);
  }

  /**
   * Whoever signs in another's place: first name, name and position in readable characters (CRPA
   * L212-1).
   *
   * @param position null or blank for none
   */
  public static StampText byDelegation(String name, String position) {
    var who = position == null || position.isBlank() ? name : name + ", " + position;
    return new StampText(List.of("Par délégation"), who, null);
  }
}
