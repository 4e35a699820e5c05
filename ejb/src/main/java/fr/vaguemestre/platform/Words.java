package fr.vaguemestre.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The words of every feature: {@code messages/<feature>_fr.properties} and {@code _en}, UTF-8. A
 * feature's words may lie in several jars (its refusals beside its services, its labels at an
 * edge): all that the class loader sees are read. A key begins with its feature ({@code
 * basket.cursor} is in {@code messages/basket_fr.properties}); what English lacks is said in
 * French.
 */
public final class Words {
  private final Map<String, Properties> read = new ConcurrentHashMap<>();
  private final ClassLoader loader;

  public Words(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * @param key {@code feature.rest}
   * @param arguments for the {@link MessageFormat} placeholders, days written in full; without any,
   *     the text is taken as it is
   */
  public Optional<String> find(Locale locale, String key, Object... arguments) {
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
    var shown = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      shown[i] = shown(arguments[i], locale);
    }
    return Optional.of(new MessageFormat(text.replace("'", "''"), locale).format(shown));
  }

  /** The keys that begin so; the first word is the feature. */
  public Set<String> keys(String beginning) {
    var feature = beginning.substring(0, beginning.indexOf('.'));
    return words(feature, Locale.FRENCH.getLanguage()).stringPropertyNames().stream()
        .filter(key -> key.startsWith(beginning))
        .collect(Collectors.toSet());
  }

  private static Object shown(Object argument, Locale locale) {
    return argument instanceof LocalDate day
        ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day)
        : argument;
  }

  private Properties words(String feature, String language) {
    return read.computeIfAbsent("messages/" + feature + "_" + language + ".properties", this::load);
  }

  private Properties load(String name) {
    var words = new Properties();
    try {
      for (var found : Collections.list(loader.getResources(name))) {
        try (var in = new InputStreamReader(found.openStream(), StandardCharsets.UTF_8)) {
          words.load(in);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
