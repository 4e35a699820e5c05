package fr.vaguemestre.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  private static final Set<String> KNOWN = Set.of("code", "as");

  @Test
  void ORG7_words_come_first_and_options_after() {
    String[] typed = {"delete", "PONT", "--as", "ops@PONT", "--code=A=B"};
    assertThat(CommandLine.words(typed)).containsExactly("delete", "PONT");
    assertThat(CommandLine.options(KNOWN, typed))
        .isEqualTo(Map.of("as", "ops@PONT", "code", "A=B"));
    assertThat(CommandLine.words()).isEmpty();
    assertThat(CommandLine.options(KNOWN)).isEmpty();
  }

  @Test
  void ORG7_an_unknown_option_and_one_without_its_value_are_named() {
    assertThatThrownBy(() -> CommandLine.options(KNOWN, "create", "--password", "x"))
        .hasMessageEndingWith("--password");
    assertThatThrownBy(() -> CommandLine.options(KNOWN, "--code", "x", "more"))
        .hasMessageEndingWith("more");
    assertThatThrownBy(() -> CommandLine.options(KNOWN, "--code")).hasMessageEndingWith("--code");
  }
}
