package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** ORG7: on screen, a town is exported, then deleted by whoever types its code. */
@Journey
class TownDepartureJourneyIT {
  @Test
  void ORG7_a_town_is_exported_and_deleted_on_screen(Browser platform) throws Exception {
    var town = ATown.founded("s.premier");
    platform.login("exploitant").open("/admin/towns.xhtml");
    var page = platform.page();
    var row = page.locator("[data-town='" + town.code() + "']");
    row.locator("[id$=export]").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    var archive = ready(platform, town, "Archive");
    assertThat(Files.size(archive)).isPositive();
    assertThat(row.locator("a.danger").count()).as("a town at work is not deleted").isZero();

    town.suspend();
    platform.open("/admin/towns.xhtml");
    row.locator("a.danger").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    platform.screenshot("delete").assertFitsNarrow().assertAccessible();
    page.locator("#confirmation").fill("AUTRE");
    page.locator("#delete").click();
    var error = page.locator("#confirmation-error");
    error.waitFor();
    assertThat(error.textContent()).contains(town.code());
    assertThat(page.locator("#confirmation").inputValue()).isEqualTo("AUTRE");
    page.locator("#confirmation").fill(town.code());
    page.locator("#delete").click();
    page.waitForURL("**/admin/towns.xhtml*");
    var attestation = ready(platform, town, "Attestation");
    assertThat(Files.readString(attestation)).contains(town.code(), "lastSeal");
    platform.open("/admin/towns.xhtml");
    assertThat(row.count()).isZero();
    platform.screenshot("jobs").assertFitsNarrow().assertAccessible().assertNoPageError();
  }

  @Test
  void ORG7_a_town_s_administrator_reaches_no_other_s_files_of_leaving(
      Browser administrator, Browser platform) {
    var town = ATown.founded("t.premier");
    administrator.login(town.login(), ATown.PASSWORD);
    for (var path :
        new String[] {
          "/admin/town-file?job=1000", "/admin/town-delete.xhtml?code=" + town.code()
        }) {
      assertThat(administrator.page().navigate(path).status()).as(path).isIn(403, 404);
    }
    platform.login("exploitant");
    assertThat(platform.page().navigate("/admin/town-delete.xhtml?code=" + town.code()).status())
        .as("a town at work")
        .isEqualTo(404);
  }

  /** Reloads until the town's newest job has its file; returns the file. */
  private static java.nio.file.Path ready(Browser platform, ATown town, String label) {
    var page = platform.page();
    var link =
        page.locator("#jobs tr")
            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(town.code()))
            .first()
            .locator("a");
    for (int i = 0; i < 60 && link.count() == 0; i++) {
      ATown.pause(500);
      platform.open("/admin/towns.xhtml");
    }
    assertThat(link.textContent()).isEqualTo(label);
    return page.waitForDownload(() -> link.click()).path();
  }
}
