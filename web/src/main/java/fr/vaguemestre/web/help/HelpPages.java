package fr.vaguemestre.web.help;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The help pages (ORG8): one a role, {@code WEB-INF/help/fr} and {@code en}, sections inside. */
@ApplicationScoped
public class HelpPages {
  /** The roles, in the order of the menu; a page bears the name of its role. */
  static final List<String> NAMES =
      List.of("agent", "assistant", "mail-office", "signer", "administrator", "operator");

  @Inject ServletContext context;
  private final Map<String, List<HelpSection>> read = new ConcurrentHashMap<>();

  static String source(Locale locale, String page) {
    return "/WEB-INF/help/"
        + ("en".equals(locale.getLanguage()) ? "en" : "fr")
        + "/"
        + page
        + ".xhtml";
  }

  /** The sections where every word typed is found, accents ignored; titles first. */
  List<HelpSection> find(Locale locale, String typed) {
    return NAMES.stream()
        .flatMap(page -> sections(locale, page).stream())
        .filter(s -> s.answers(typed))
        .sorted(Comparator.comparing((HelpSection s) -> !s.answersInTitle(typed)))
        .toList();
  }

  private List<HelpSection> sections(Locale locale, String page) {
    return read.computeIfAbsent(
        source(locale, page),
        source -> {
          try (var in = context.getResourceAsStream(source)) {
            return HelpSection.of(page, new String(in.readAllBytes(), StandardCharsets.UTF_8));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
