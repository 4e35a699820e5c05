package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;

/** ORG2, O18 on the screens: the matrix of rights, and what a direction's assistants administer. */
@Journey
class RightsJourneyIT {
  private static final int PHONE = 390;

  @Test
  void ORG2_a_change_in_the_matrix_holds_at_once(Browser administrator, Browser assistant) {
    assistant.login("e.tournier");
    assertThat(status(assistant, "/admin/templates.xhtml")).isEqualTo(200);

    administrator.login("admin");
    choose(administrator, "ASSISTANTES MANAGE_TEMPLATES", "");
    try {
      assertThat(status(assistant, "/admin/templates.xhtml")).isEqualTo(403);
    } finally {
      choose(administrator, "ASSISTANTES MANAGE_TEMPLATES", "BRANCH");
    }
    assertThat(status(assistant, "/admin/templates.xhtml")).isEqualTo(200);
    administrator.open("/admin/groups.xhtml").screenshot("matrix").assertFitsNarrow();
    accessibleAtBothWidths(administrator);
    administrator.open("/admin/group.xhtml?code=ASSISTANTES").screenshot("group");
    accessibleAtBothWidths(administrator);
    administrator.assertFitsNarrow().assertNoPageError();
  }

  @Test
  void ORG2_a_forged_cell_gives_nothing(Browser administrator) {
    administrator.login("admin").open("/admin/groups.xhtml");
    var page = administrator.page();
    var sign = page.locator("[data-cell='ADMINISTRATEURS SIGN']");
    assertThat(sign.isDisabled()).isTrue();
    sign.evaluate("cell => { cell.disabled = false; cell.value = 'TOWN'; }");
    page.locator("#save").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.navigate("/admin/groups.xhtml");
    assertThat(page.locator("[data-cell='ADMINISTRATEURS SIGN']").inputValue()).isEmpty();
  }

  @Test
  void O18_an_assistant_administers_her_direction_only(Browser assistant) {
    assistant.login("assistante");
    assertThat(status(assistant, "/admin/agent.xhtml?login=agent")).isEqualTo(200);
    accessibleAtBothWidths(assistant);
    assertThat(status(assistant, "/admin/agent.xhtml?login=autre")).isEqualTo(403);
    assertThat(status(assistant, "/admin/unit.xhtml?code=EQS")).isEqualTo(200);
    assertThat(assistant.page().locator("#label").count()).as("the unit itself").isZero();
    assertThat(status(assistant, "/admin/unit.xhtml?code=VOI")).isEqualTo(403);
    assertThat(status(assistant, "/admin/template.xhtml?code=REP_SUBV")).isEqualTo(200);
    assertThat(status(assistant, "/admin/template.xhtml?code=REPONSE")).isEqualTo(404);
    assertThat(status(assistant, "/admin/groups.xhtml")).isEqualTo(403);
    assistant.open("/admin/templates.xhtml").screenshot("templates").assertFitsNarrow();
  }

  private static void choose(Browser administrator, String cell, String perimeter) {
    administrator.open("/admin/groups.xhtml");
    var page = administrator.page();
    page.locator("[data-cell='" + cell + "']").selectOption(perimeter);
    page.locator("#save").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("[data-cell='" + cell + "']").inputValue()).isEqualTo(perimeter);
  }

  private static int status(Browser somebody, String path) {
    return somebody.page().navigate(path).status();
  }

  private static void accessibleAtBothWidths(Browser somebody) {
    somebody.assertAccessible();
    somebody.page().setViewportSize(PHONE, 900);
    somebody.assertAccessible();
    somebody.page().setViewportSize(1360, 900);
  }
}
