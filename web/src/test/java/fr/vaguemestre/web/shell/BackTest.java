package fr.vaguemestre.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/basket/list.xhtml?code=todo&after=12", "/search.xhtml?q=caf%C3%A9"})
  void a_page_of_ours_is_gone_back_to(String wanted) {
    assertThat(Back.to(wanted)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "//evil.example/",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/a\r\nX: y",
        "x"
      })
  void anywhere_else_is_home(String wanted) {
    assertThat(Back.to(wanted)).isEqualTo("/");
  }
}
