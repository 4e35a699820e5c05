package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Before anything else: a page to sign in on, for everybody. */
@Journey
class LoginPageJourneyIT {
  @Test
  void the_login_page_is_served_and_accessible(Browser visitor) {
    visitor.open("/login.xhtml");
    assertThat(visitor.page().getByRole(AriaRole.BUTTON).count()).isPositive();
    visitor.screenshot("login").assertAccessible().assertFitsNarrow().assertNoPageError();
  }
}
