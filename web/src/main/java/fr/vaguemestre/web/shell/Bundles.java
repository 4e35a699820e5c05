package fr.vaguemestre.web.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of every feature: {@code messages/<feature>_fr.properties} and {@code _en}, UTF-8. A
 * feature's words may lie in several jars (its refusals beside its services, its labels beside its
 * screens): all are read. A key begins with its feature ({@code basket.empty} is in {@code
 * messages/basket_fr.properties}); what English lacks is said in French.
 */
public final class Bundles {
  private static final Map<String, Properties> READ = new ConcurrentHashMap<>();

  private Bundles() {}

  /**
   * @param key {@code feature.rest}
   * @param arguments for the {@link MessageFormat} placeholders; without any, the text is taken as
   *     it is
   */
  public static Optional<String> find(Locale locale, String key, Object... arguments) {
    var dot = key.indexOf('.');
    if (dot < 1) {
      return Optional.empty();
    }
    var feature = key.substring(0, dot);
    var text = words(feature, locale.getLanguage()).getProperty(key);
    if (text == null) {
      text = words(feature, Locale.FRENCH.getLanguage()).getProperty(key);
    }
    if (text == null || arguments.length == 0) {
      return Optional.ofNullable(text);
    }
    return Optional.of(new MessageFormat(text.replace("'", "''"), locale).format(arguments));
  }

  /** The text, or the key between marks: a missing word must be seen, not break the screen. */
  public static String text(Locale locale, String key, Object... arguments) {
    return find(locale, key, arguments).orElse("⟨" + key + "⟩");
  }

  private static Properties words(String feature, String language) {
    return READ.computeIfAbsent(
        "messages/" + feature + "_" + language + ".properties", Bundles::read);
  }

  private static Properties read(String name) {
    var words = new Properties();
    try {
      for (var found : Collections.list(loader().getResources(name))) {
        try (var in = new InputStreamReader(found.openStream(), StandardCharsets.UTF_8)) {
          words.load(in);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static ClassLoader loader() {
    return Bundles.class.getClassLoader();
  }
}
