package fr.vaguemestre.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Set;

/**
 * The words of the screens, for pages: {@code #{msg['shell.search']}}, {@code
 * #{msg.of('shell.due.in', n)}}.
 */
@Named("msg")
@ApplicationScoped
public class Texts extends AbstractMap<String, String> {
  @Inject Preferences preferences;

  @Override
  public String get(Object key) {
    return of(String.valueOf(key));
  }

  public String of(String key, Object... arguments) {
    return Bundles.text(preferences.getLocale(), key, arguments);
  }

  /**
   * One or several: {@code key.one} for 0 and 1 (as French counts), {@code key.many} beyond; {0} is
   * the number.
   */
  public String count(String key, long number) {
    return of(number < 2 ? key + ".one" : key + ".many", number);
  }

  @Override
  public boolean containsKey(Object key) {
    return Bundles.find(preferences.getLocale(), String.valueOf(key)).isPresent();
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return Set.of();
  }
}
