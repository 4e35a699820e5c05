package fr.vaguemestre.web.shell;

import fr.vaguemestre.platform.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The words of the screens, see {@link Words}. */
public final class Bundles {
  private static final Words WORDS = new Words(Bundles.class.getClassLoader());

  private Bundles() {}

  /**
   * @param key {@code feature.rest}
   * @param arguments for the placeholders; without any, the text is taken as it is
   */
  public static Optional<String> find(Locale locale, String key, Object... arguments) {
    return WORDS.find(locale, key, arguments);
  }

  public static Set<String> keys(String beginning) {
    return WORDS.keys(beginning);
  }

  /** The text, or the key between marks: a missing word must be seen, not break the screen. */
  public static String text(Locale locale, String key, Object... arguments) {
    return find(locale, key, arguments).orElse("⟨" + key + "⟩");
  }
}
