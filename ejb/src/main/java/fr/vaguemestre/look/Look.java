package fr.vaguemestre.look;

import java.util.Locale;

/**
 * How a town's pages look. Both are null where the town has chosen nothing.
 *
 * @param colour {@code #rrggbb}
 * @param logo SHA-256 of a PNG among the town's contents
 */
public record Look(String colour, String logo) {
  static final Look USUAL = new Look(null, null);

  /** A word that changes with the look; empty for the usual one. */
  public String version() {
    return (colour == null ? "" : colour.substring(1))
        + (logo == null ? "" : logo.substring(0, 12));
  }

  /**
   * What the colour changes, as a style sheet; readers who ask for more contrast keep theirs. Empty
   * without a colour.
   */
  public String css() {
    if (colour == null) {
      return "";
    }
    return """
    @media not all and (prefers-contrast: more) {
      html:not([data-contrast="more"]) { --navy: %1$s; --navy-2: %2$s; --navy-3: %1$s; --on-navy-2: #fff }
    }
    """
        .formatted(colour, darker());
  }

  private String darker() {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        (rgb >> 16 & 255) * 7 / 10,
        (rgb >> 8 & 255) * 7 / 10,
        (rgb & 255) * 7 / 10);
  }
}
