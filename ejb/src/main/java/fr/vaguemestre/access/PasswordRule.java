package fr.vaguemestre.access;

import fr.vaguemestre.platform.Refusal;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * The password rule: at least 12 characters of four kinds, or 14 of three (CNIL, deliberation
 * 2022-100: 80 bits without further measure), never the login itself.
 */
public final class PasswordRule {
  private PasswordRule() {}

  /**
   * @throws Refusal on the field {@code password}
   */
  public static void check(String password, String login) {
    if (password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT))) {
      throw Refusal.field("password", "access.password-holds-login");
    }
    long kinds =
        Stream.<IntPredicate>of(
                Character::isLowerCase,
                Character::isUpperCase,
                Character::isDigit,
                c -> !Character.isLetterOrDigit(c))
            .filter(kind -> password.chars().anyMatch(kind))
            .count();
    int length = password.codePointCount(0, password.length());
    if (!(length >= 12 && kinds == 4 || length >= 14 && kinds >= 3)) {
      throw Refusal.field("password", "access.password-too-weak");
    }
  }
}
