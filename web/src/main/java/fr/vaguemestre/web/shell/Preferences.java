package fr.vaguemestre.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a browser's user chose for the screens, kept in cookies: language (French unless chosen) and
 * contrast.
 */
@Named
@RequestScoped
public class Preferences {
  static final String LANGUAGE = "vm.lang";
  static final String CONTRAST = "vm.contrast";
  static final Set<String> LANGUAGES = Set.of("fr", "en");
  static final Set<String> CONTRASTS = Set.of("more", "less");

  @Inject HttpServletRequest request;

  public Locale getLocale() {
    return cookie(LANGUAGE, LANGUAGES).map(Locale::of).orElse(Locale.FRENCH);
  }

  /** {@code more}, {@code less}, or null: as the system says. */
  public String getContrast() {
    return cookie(CONTRAST, CONTRASTS).orElse(null);
  }

  private Optional<String> cookie(String name, Set<String> allowed) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(c -> c.getName().equals(name) && allowed.contains(c.getValue()))
            .map(c -> c.getValue())
            .findFirst();
  }
}
