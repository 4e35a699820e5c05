package fr.vaguemestre.look;

/** Whether words in a colour, and words on it, can be read (WCAG 2.1, 1.4.3 and 1.4.11). */
final class Contrast {
  private static final double WORDS = 4.5;
  private static final double SIGNS = 3;

  /** The darkest ground on which the colour carries words, and the yellow that stands on it. */
  private static final String GROUND = "#e8eef6";

  private static final String MARK = "#f2b705";

  private Contrast() {}

  /** White words on the colour are then read too: white is lighter than the ground. */
  static boolean readable(String colour) {
    return ratio(colour, GROUND) >= WORDS && ratio(colour, MARK) >= SIGNS;
  }

  /** Between 1 and 21, of two colours {@code #rrggbb}. */
  static double ratio(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
