package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** BAT1: the night jobs on the operator's screen, in a town of the test's own. */
@Journey
class NightJourneyIT {
  @AfterEach
  void undo() {
    ATown.change(
        "drop trigger if exists slow_screen on job_step; drop function if exists slow_screen()");
  }

  @Test
  void BAT1_an_operator_starts_watches_stops_and_resumes_a_job(Browser operator) {
    var town = ATown.founded("e.premier");
    ATown.change(
        """
        create function slow_screen() returns trigger language plpgsql as
          $$ begin if new.tenant_id = %d then perform pg_sleep(1); end if; return new; end $$;
        create trigger slow_screen before update on job_step for each row execute function slow_screen()
        """
            .formatted(town.id()));
    var page = operator.login(town.login(), ATown.PASSWORD).open("/admin/jobs.xhtml").page();
    assertThat(page.locator("#all tbody tr").count()).isEqualTo(11);
    assertThat(page.locator("#progress").innerText()).contains("Aucun traitement");
    operator.screenshot("jobs").assertAccessible().assertFitsNarrow();

    page.locator("input[aria-label='Lancer : Vérification des données']").click();
    page.locator("#progress progress").first().waitFor();
    operator.screenshot("jobs-moving").assertAccessible();
    page.locator("input[aria-label='Arrêter : Vérification des données']").click();
    new Night(town).until("consistency", last -> last.getString("state").equals("STOPPED"));
    operator.open("/admin/jobs.xhtml");
    assertThat(page.locator("#all").innerText()).contains("Arrêté");

    ATown.change("drop trigger slow_screen on job_step");
    page.locator("input[aria-label='Reprendre : Vérification des données']").click();
    new Night(town).until("consistency", last -> last.getString("state").equals("DONE"));
    operator.open("/admin/job.xhtml?name=consistency");
    assertThat(page.locator("table").first().innerText()).contains("Terminé");
    operator.screenshot("job").assertAccessible().assertFitsNarrow().assertNoPageError();
  }

  @Test
  void BAT1_a_town_chooses_its_own_hours_and_a_job_needs_a_day(Browser operator) {
    var town = ATown.founded("e.second");
    var page =
        operator.login(town.login(), ATown.PASSWORD).open("/admin/job.xhtml?name=reminders").page();
    page.locator("#at").fill("05:15");
    for (var day : page.locator("#days input").all()) {
      day.uncheck();
    }
    page.locator("#save").click();
    page.locator(".error", new Page.LocatorOptions().setHasText("jour")).first().waitFor();
    assertThat(page.locator("#at").inputValue()).isEqualTo("05:15");
    page.locator("#days input").first().check();
    page.locator("#save").click();
    page.locator("text=L’horaire est enregistré.").first().waitFor();
    assertThat(
            ATown.texts(
                "select to_char(at_time, 'HH24:MI') || ' ' || days from job_schedule where tenant_id = "
                    + town.id()))
        .containsExactly("05:15 MONDAY");
    operator.open("/admin/jobs.xhtml");
    assertThat(page.locator("#all").innerText()).contains("à 05:15");
    operator.assertNoPageError();
  }
}
