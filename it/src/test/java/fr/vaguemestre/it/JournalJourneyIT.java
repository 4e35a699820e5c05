package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The town's journal on screen: filtered, by pages, without what its reader may not see (O8). */
@Journey
class JournalJourneyIT {
  @Test
  void O8_the_journal_is_read_by_pages_and_by_who_did_what(Browser administrator) {
    var page = administrator.login("admin").open("/admin/journal.xhtml").page();
    assertThat(page.locator("#entries tbody tr").count()).isEqualTo(50);
    administrator.screenshot("journal").assertAccessible().assertFitsNarrow();
    var newest = page.locator("#entries tbody").innerText();
    page.locator("#older").click();
    page.waitForURL("**after=**");
    assertThat(page.locator("#entries tbody").innerText()).isNotEqualTo(newest);

    page.locator("#agent").fill("lantier");
    page.locator("#action").selectOption("SAVE_TEMPLATE");
    page.locator("#find").click();
    page.waitForURL("**action=SAVE_TEMPLATE**");
    assertThat(page.locator("#agent").inputValue()).isEqualTo("lantier");
    assertThat(page.locator("#action").inputValue()).isEqualTo("SAVE_TEMPLATE");
    administrator.open("/admin/journal.xhtml?agent=lantier&to=2020-01-01");
    assertThat(page.locator(".empty").innerText()).contains("Rien au journal");
    administrator.assertAccessible().assertNoPageError();
  }

  @Test
  void O4_a_sensitive_letter_outside_any_circuit_is_not_in_the_journal() {
    long hidden =
        ATown.number(
            "select max(id) from correspondence where tenant_id = 1 and sensitive and not in_circuit");
    var line = "/correspondence/view.xhtml?id=" + hidden + "\"";
    var day =
        ATown.texts(
                "select (max(at) at time zone 'Europe/Paris')::date::text from journal_entry where correspondence_id = "
                    + hidden)
            .getFirst();
    for (var login : new String[] {"courrier", "dgs", "admin"}) {
      var visitor = Visitor.as(login);
      var address = "/admin/journal.xhtml?action=REGISTER&from=" + day + "&to=" + day;
      for (var page = visitor.get(address).body(); ; page = visitor.get(address).body()) {
        assertThat(page).as(login).doesNotContain(line);
        var next = page.indexOf("id=\"older\" href=\"");
        if (next < 0) {
          break;
        }
        var begin = next + "id=\"older\" href=\"".length();
        address = page.substring(begin, page.indexOf('"', begin)).replace("&amp;", "&");
      }
    }
  }

  @Test
  void V5_days_that_no_calendar_has_are_no_page_error() {
    var days = "from=%2B200000000-01-01&to=%2B999999999-12-31";
    var admin = Visitor.as("admin");
    assertThat(admin.get("/admin/journal.xhtml?" + days).statusCode()).isEqualTo(200);
    var letter = ALetter.registered("Des jours sans fin", "DSP").replaceAll(".*/", "");
    var page = "/correspondence/view.xhtml?panel=history&id=" + letter + "&" + days;
    assertThat(Visitor.as("assistante").get(page).statusCode()).isEqualTo(200);
  }

  @Test
  void ORG2_the_journal_is_for_who_may_consult_it_and_refuses_an_odd_page() {
    assertThat(Visitor.as("assistante").get("/admin/journal.xhtml").statusCode()).isEqualTo(403);
    assertThat(Visitor.as("admin").get("/admin/journal.xhtml?after=zzz").statusCode())
        .isEqualTo(404);
    assertThat(Visitor.as("admin").get("/admin/journal.xhtml?from=zzz").statusCode())
        .isEqualTo(200);
  }
}
