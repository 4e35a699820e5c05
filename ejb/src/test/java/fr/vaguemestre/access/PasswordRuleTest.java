package fr.vaguemestre.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
  @ParameterizedTest
  @ValueSource(strings = {"Lettre-2026-ab", "Quatorze12345ab", "É3.abcdefghij", "Abcdefghijklm1"})
  void CNIL_2022_100_twelve_characters_of_four_kinds_or_fourteen_of_three(String good) {
    assertThatCode(() -> PasswordRule.check(good, "courrier")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "Aa1-aaaaaaa", "aaaaaaaaaaaaaaaaaaaa"})
  void what_is_shorter_or_plainer_is_refused(String bad) {
    assertThatThrownBy(() -> PasswordRule.check(bad, "courrier")).isInstanceOf(Refusal.class);
  }

  @Test
  void a_password_never_holds_the_login() {
    assertThatThrownBy(() -> PasswordRule.check("Courrier-2026-ab", "courrier"))
        .hasMessage("access.password-holds-login");
  }
}
