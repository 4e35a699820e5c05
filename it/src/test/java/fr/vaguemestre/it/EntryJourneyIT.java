package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import fr.vaguemestre.it.bench.SamplePdf;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where letters enter the town, and who registers them: O1, O2, O3, O21. */
@Journey
class EntryJourneyIT {
  private static final String ORDINARY = "";
  private static final String CONFIDENTIAL = ",\"confidential\":true";
  private static final String SENSITIVE = ",\"sensitive\":true";

  @Test
  void O1_the_mail_office_registers_and_others_are_told_so(Browser assistant) {
    for (var channel : List.of("PAPER", "EMAIL", "WEB")) {
      assertThat(register("courrier", channel, ORDINARY).statusCode()).as(channel).isEqualTo(201);
    }
    for (var other : List.of("agent", "assistante", "l.prost", "dgs", "elu", "admin")) {
      var answer = register(other, "PAPER", ORDINARY);
      assertThat(answer.statusCode()).as(other).isEqualTo(403);
      assertThat(answer.body())
          .contains("correspondence.registered-by-the-mail-office", "bureau du courrier");
    }
    assistant.login("assistante");
    assertThat(assistant.page().navigate("/capture/register.xhtml").status()).isEqualTo(403);
  }

  @Test
  void O3_the_cabinets_secretariat_registers_what_is_confidential_or_sensitive(Browser cabinet) {
    assertThat(register("cab", "PAPER", SENSITIVE).statusCode()).isEqualTo(201);
    assertThat(register("cab", "PAPER", CONFIDENTIAL).statusCode()).isEqualTo(201);
    assertThat(register("cab", "PAPER", ORDINARY).body())
        .contains("correspondence.registered-by-the-mail-office");
    assertThat(register("courrier", "PAPER", SENSITIVE).body())
        .contains("correspondence.sensitive-is-the-cabinets", "secrétariat du Cabinet");

    var page = cabinet.login("cab").open("/capture/register.xhtml?none=1").page();
    page.locator("#subject").fill("Invitation ordinaire");
    page.locator("#type").selectOption("SALLE");
    page.locator("#save").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("#entry").innerText()).contains("bureau du courrier");
    assertThat(page.locator("#subject").inputValue()).isEqualTo("Invitation ordinaire");
    cabinet.assertAccessible();
  }

  @Test
  void O2_what_a_unit_receives_is_registered_by_the_mail_office_and_keeps_its_origin(
      Browser unit, Browser stranger, Browser clerk, Browser late) {
    var name = "recu-" + UUID.randomUUID() + ".pdf";
    var page = unit.login("l.gauthier").open("/capture/forward.xhtml").page();
    drop(page, name);
    page.locator("#send").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("#about-error").innerText()).isNotBlank();
    assertThat(page.locator("#dropped").innerText()).contains(name);
    page.locator("#about").fill("Apporté au guichet du service par le président.");
    var day = yesterday(page);
    page.locator("#receivedOn_input").fill(day);
    page.keyboard().press("Escape");
    page.locator("#send").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("#sent").innerText()).contains(name, "En attente");
    unit.screenshot("forward").assertAccessible().assertFitsNarrow().assertNoPageError();

    var file = clerk.withViewer().login("courrier").open("/capture/register.xhtml").page();
    file.locator("#forwarded a", new Page.LocatorOptions().setHasText(name)).click();
    file.waitForURL("**upload=*");
    file.waitForLoadState(LoadState.NETWORKIDLE);
    var upload = file.url().substring(file.url().indexOf("upload=") + "upload=".length());
    stranger.login("agent");
    assertThat(stranger.page().navigate("/capture/upload?upload=" + upload).status())
        .isEqualTo(404);
    assertThat(file.locator("#origin").innerText())
        .contains("associations et des fêtes", "Apporté au guichet");
    assertThat(file.locator("#arrivalDate_input").inputValue()).isEqualTo(day);
    clerk.screenshot("queue").assertAccessible();

    late.login("d.renaud").open("/capture/register.xhtml?upload=" + upload);
    fill(late.page(), "Enregistré trop tard");
    fill(file, "Demande de salle reçue au guichet");
    file.locator("#save").click();
    file.waitForURL(url -> url.contains("saved="));
    late.page().locator("#save").click();
    late.page().waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(late.page().locator("#entry").innerText()).contains("n’est plus là");
    assertThat(late.page().locator("#subject").inputValue()).isEqualTo("Enregistré trop tard");

    file.locator(".note.done a").click();
    file.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(file.locator("#origin").innerText())
        .contains("associations et des fêtes", "Apporté au guichet", "Gauthier");
    clerk.screenshot("origin").assertAccessible();
    unit.open("/capture/forward.xhtml");
    assertThat(page.locator("#sent").innerText()).contains("Enregistré").doesNotContain(name);
  }

  @Test
  void O2_what_is_not_to_be_registered_is_given_back_with_a_reason(Browser unit, Browser clerk) {
    var name = "rendu-" + UUID.randomUUID() + ".pdf";
    var page = unit.login("k.benali").open("/capture/forward.xhtml").page();
    drop(page, name);
    page.locator("#about").fill("Une publicité, je crois.");
    page.locator("#send").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);

    var file = clerk.login("d.renaud").open("/capture/register.xhtml").page();
    file.locator("#forwarded a", new Page.LocatorOptions().setHasText(name)).click();
    file.waitForURL("**upload=*");
    file.locator(".confirm > summary").click();
    file.locator("#giveBack").click();
    file.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(file.locator("#givenBack-error").textContent()).contains("Dites pourquoi");
    if (!file.locator("#givenBack").isVisible()) {
      file.locator(".confirm > summary").click();
    }
    file.locator("#givenBack").fill("Démarchage commercial.");
    file.locator("#giveBack").click();
    file.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(file.locator("#queue").innerText()).doesNotContain(name);

    unit.open("/capture/forward.xhtml");
    assertThat(page.locator("#sent").innerText()).contains(name, "Rendu", "Démarchage commercial.");
    page.locator("#sent input[type=submit]").first().click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("#sent").innerText()).doesNotContain(name);
  }

  @Test
  void O2_an_elected_member_has_no_unit_to_forward_for(Browser elected) {
    elected.login("elu");
    assertThat(elected.page().locator("a[href='/capture/forward.xhtml']").count()).isZero();
    assertThat(elected.page().navigate("/capture/forward.xhtml").status()).isEqualTo(403);
  }

  @Test
  void O21_administrators_declare_generic_mailboxes(
      Browser administrator, Browser agent, Browser elsewhere) {
    var address = "parcs" + UUID.randomUUID().toString().substring(0, 8) + "@pontarlieu.example.fr";
    var page = administrator.login("admin").open("/admin/mailboxes.xhtml").page();
    assertThat(page.locator("table").innerText())
        .contains("espace.public@pontarlieu.example.fr", "dpo@pontarlieu.example.fr");
    assertThat(page.locator("main").innerText()).contains("pas encore en service");
    administrator.screenshot("mailboxes").assertAccessible().assertFitsNarrow();

    administrator.open("/admin/mailbox.xhtml");
    page.locator("#address").fill("DPO@pontarlieu.example.fr");
    page.locator("#label").fill("Parcs et jardins");
    Browser.choose(page, "unit", "espaces verts");
    save(page);
    assertThat(page.locator("#address-error").innerText()).contains("déjà déclarée");
    assertThat(page.locator("#label").inputValue()).isEqualTo("Parcs et jardins");
    administrator.screenshot("mailbox").assertAccessible().assertFitsNarrow();
    page.locator("#address").fill("pas une adresse");
    save(page);
    assertThat(page.locator("#address-error").innerText()).isNotBlank();
    page.locator("#address").fill(address);
    page.locator("#unit_input").fill("Service de la Lune");
    save(page);
    assertThat(page.locator("#unit-error").innerText()).contains("Service de la Lune");
    page.locator("#unit_input").clear();
    Browser.choose(page, "unit", "espaces verts");
    page.locator("#save").click();
    page.waitForURL("**/admin/mailboxes.xhtml");
    assertThat(page.locator("table").innerText()).contains(address, "espaces verts");
    administrator.assertNoPageError();

    agent.login("assistante");
    assertThat(agent.page().navigate("/admin/mailboxes.xhtml").status()).isEqualTo(403);
    elsewhere.login("admin2").open("/admin/mailboxes.xhtml");
    assertThat(elsewhere.page().locator("main").innerText()).doesNotContain("pontarlieu");
  }

  private static HttpResponse<String> register(String login, String channel, String more) {
    return Rest.as(login)
        .post(
            "/v1/correspondence",
            List.of(
                Rest.Part.json(
                    "metadata",
                    """
                    {"channel":"%s","subject":"Entrée du courrier","type":"SALLE",
                     "unit":"EQS"%s}"""
                        .formatted(channel, more)),
                Rest.Part.file(
                    "file", "lettre.pdf", "application/pdf", SamplePdf.ofPages("Entrée", 1))));
  }

  private static void drop(Page page, String name) {
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "application/pdf", SamplePdf.ofPages("Reçu", 1)));
    page.locator("#dropped").getByText(name).waitFor();
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private static void fill(Page page, String subject) {
    page.locator("#subject").fill(subject);
    page.locator("#type").selectOption("SALLE");
    page.locator("#why .note").waitFor();
    Browser.choose(page, "unit", "associations");
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private static void save(Page page) {
    page.locator("#save").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private static String yesterday(Page page) {
    return (String)
        page.evaluate(
            "new Intl.DateTimeFormat('fr-FR').format(new Date(Date.now() - 24 * 3600 * 1000))");
  }
}
