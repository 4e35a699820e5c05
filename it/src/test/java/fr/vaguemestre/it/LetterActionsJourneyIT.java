package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import fr.vaguemestre.it.bench.SamplePdf;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is done to a letter off the straight road, by those who do it, each with the mouse. */
@Journey
class LetterActionsJourneyIT {
  private static final Pattern SAVED = Pattern.compile(".*saved=(\\d+).*");

  @Test
  void a_sensitive_letter_is_the_cabinets_until_it_enters_the_circuit_O3_O4(
      Browser cabinet, Browser director) {
    var page = cabinet.login("cab").page();
    cabinet.open("/capture/register.xhtml?none=1");
    page.locator("#subject").fill("Courrier sensible du préfet");
    page.locator("#type").selectOption(new SelectOption().setIndex(3));
    Browser.choose(page, "unit", "cabinet");
    page.locator("#sensitive").check();
    page.locator("#save").click();
    page.waitForURL(url -> url.contains("saved="));
    var saved = SAVED.matcher(page.url());
    assertThat(saved.matches()).isTrue();
    var letter = "/correspondence/view.xhtml?id=" + saved.group(1);
    director.login("dgs").open(letter);
    assertThat(director.page().content()).doesNotContain("Courrier sensible du préfet");

    form(cabinet, letter, "enter-circuit");
    page.locator("#reason").fill("Le préfet a donné son accord.");
    done(page);
    director.open(letter);
    assertThat(director.page().locator("h1").innerText()).isEqualTo("Courrier sensible du préfet");

    form(cabinet, letter, "qualify");
    page.locator("#unit_input").clear();
    Browser.choose(page, "unit", "direction des sports");
    page.locator("#note").fill("Pour réponse sous huitaine.");
    done(page);
    told(cabinet, letter, "a mis le courrier dans le circuit", "a qualifié");
    assertThat(page.locator(".letter-head .chip").first().innerText()).isEqualTo("À traiter");
  }

  @Test
  void a_contribution_is_asked_for_and_given_and_others_are_told_O10(
      Browser assistant, Browser agent) {
    var letter = letter("Vestiaires inondés au stade");
    var page = assistant.login("assistante").page();
    form(assistant, letter, "note");
    page.locator("#note").fill("Vu avec le gardien.");
    done(page);
    assistant.open(letter + "&panel=notes").screenshot("notes").assertAccessible();
    assertThat(page.locator(".events").innerText()).contains("Vu avec le gardien.");

    form(assistant, letter, "copy");
    Browser.choose(page, "to", "merle");
    done(page);
    assertThat(page.locator(".facts").innerText()).contains("Paul Merle");

    form(assistant, letter, "request-contribution");
    Browser.choose(page, "to", "faivre");
    page.locator("#question").fill("Quand la pompe sera-t-elle réparée ?");
    done(page);

    var asked = agent.login("agent").page();
    agent.line("CONTRIBUTIONS_TO_GIVE", "Vestiaires inondés au stade");
    form(agent, letter, "contribute");
    assertThat(asked.locator(".doing").innerText()).contains("Quand la pompe");
    asked.locator("#answer").fill("Mardi, la pièce est commandée.");
    done(asked);

    assistant.open(letter).screenshot("contribution").assertAccessible().assertFitsNarrow();
    assertThat(page.locator(".side").innerText()).contains("Mardi, la pièce est commandée.");
    told(assistant, letter, "contribution");
  }

  @Test
  void a_reply_is_edited_refused_recalled_signed_posted_and_the_letter_reopened_and_closed(
      Browser assistant, Browser director, Browser mayor, Browser deputy) {
    var letter = letter("Tribune fermée depuis mars");
    var page = assistant.login("assistante").page();
    draftAndEdit(assistant, letter);
    submit(assistant, letter);

    var approver = director.login("dgs").page();
    form(director, letter, "refuse");
    approver.locator("#go").click();
    approver.locator("#reason-error .error").waitFor();
    director.assertAccessible();
    approver.locator("#reason").fill("Donnez une date de réouverture.");
    done(approver);
    assistant.open(letter + "&panel=reply").screenshot("refused").assertAccessible();
    assertThat(page.locator(".letter-head .chip").first().innerText()).isEqualTo("À traiter");
    assertThat(page.locator(".steps").innerText()).contains("Donnez une date de réouverture.");

    submit(assistant, letter);
    form(assistant, letter, "recall");
    page.locator("#reason").fill("Une faute dans l’adresse.");
    done(page);
    assertThat(page.locator(".letter-head .chip").first().innerText()).isEqualTo("À traiter");

    submit(assistant, letter);
    form(director, letter, "approve");
    done(approver);
    mayor.login("elu");
    form(mayor, letter, "sign");
    mayor.page().locator("#password").fill("demo");
    done(mayor.page());

    form(assistant, letter, "send");
    page.locator("#means").selectOption("POST");
    page.locator("#go").click();
    page.locator("#recipient-error .error").waitFor();
    page.locator("#recipient").fill("Madame Quatresols, 3 rue des Tilleuls");
    page.locator("#registeredNumber").fill("1A 123 456 7890 1");
    done(page);
    assistant.open(letter + "&panel=reply").screenshot("posted").assertAccessible();
    assertThat(page.locator(".side").innerText()).contains("Poste", "1A 123 456 7890 1");

    deputy.login("dga");
    form(deputy, letter, "reopen");
    deputy.page().locator("#reason").fill("La date est passée.");
    done(deputy.page());
    form(assistant, letter, "close");
    page.locator("#reason").fill("Sans objet : la tribune est rouverte.");
    done(page);
    told(assistant, letter, "a refusé", "a repris", "a rouvert", "Sans objet");
    assertThat(page.locator(".letter-head .chip").first().innerText()).isEqualTo("Clos");
  }

  @Test
  void who_comes_second_reads_changed_meanwhile_and_loses_nothing_typed(
      Browser assistant, Browser deputy) {
    var letter = letter("Clôture arrachée au gymnase");
    var page = assistant.login("assistante").page();
    assistant.open(letter + "&do=redirect");
    deputy.login("dga").open(letter + "&do=note");
    deputy.page().locator("#note").fill("Le maire suit l’affaire.");
    done(deputy.page());

    Browser.choose(page, "to", "faivre");
    page.locator("#reason").fill("À vous, pour les travaux.");
    page.locator("#go").click();
    page.locator(".summary").waitFor();
    assistant.screenshot("stale").assertAccessible().assertFitsNarrow();
    assertThat(page.locator(".summary").innerText()).contains("Modifié entre-temps");
    assertThat(page.locator("#reason").inputValue()).isEqualTo("À vous, pour les travaux.");
    assertThat(page.locator("#to_input").inputValue()).contains("Faivre");

    page.locator(".summary a.btn").click();
    page.locator(".draft").waitFor();
    assistant.screenshot("stale-again").assertAccessible();
    page.locator(".draft .btn").first().click();
    assertThat(page.locator("#reason").inputValue()).isEqualTo("À vous, pour les travaux.");
    done(page);
    told(assistant, letter, "Nancy Roche a ajouté une note", "Julien Faivre");
  }

  private static void draftAndEdit(Browser assistant, String letter) {
    var page = assistant.page();
    form(assistant, letter, "draft");
    page.locator("#template").selectOption(new SelectOption().setIndex(1));
    page.locator("#text").fill("La tribune rouvrira bientôt.");
    page.locator("#go").click();
    page.waitForURL(url -> url.contains("panel=reply"));
    ready(page, 1);
    Download download =
        page.waitForDownload(() -> page.getByText("Télécharger pour modifier").first().click());
    var edited = Path.of("target/reply-edited.docx");
    download.saveAs(edited);
    assistant.open(letter + "&do=draft");
    page.locator("#file").setInputFiles(edited);
    page.locator("#sendFile").click();
    page.waitForURL(url -> url.contains("panel=reply"));
    ready(page, 2);
    assistant.screenshot("versions").assertAccessible().assertFitsNarrow();
  }

  private static void ready(Page page, int versions) {
    page.waitForCondition(
        () -> page.getByText("PDF prêt").count() == versions,
        new Page.WaitForConditionOptions().setTimeout(90_000));
  }

  private static void submit(Browser assistant, String letter) {
    assistant.open(letter + "&do=submit");
    done(assistant.page());
  }

  /** Opens the form of an action, as its link does, and looks at it. */
  private static void form(Browser person, String letter, String action) {
    person.open(letter);
    var link = person.page().locator(".letter-head .acts a[href$='do=" + action + "']");
    if (!link.first().isVisible()) {
      person.page().locator(".letter-head .acts summary").click();
    }
    link.locator("visible=true").first().click();
    person.page().locator(".doing #go").waitFor();
    person.screenshot(action).assertAccessible().assertFitsNarrow();
  }

  /** Presses the button of the form in sight and waits for the letter again. */
  private static void done(Page page) {
    page.locator("#go").click();
    page.waitForURL(url -> !url.contains("do="));
  }

  private static void told(Browser person, String letter, String... words) {
    person.open(letter + "&panel=history").screenshot("history").assertAccessible();
    assertThat(person.page().locator(".events").innerText()).contains(words);
  }

  /** The page of a new letter to the direction of sports, registered by a program. */
  private static String letter(String subject) {
    var metadata = "{\"subject\":\"%s\",\"type\":\"SALLE\",\"unit\":\"DSP\"}".formatted(subject);
    var answer =
        Rest.as("courrier")
            .post(
                "/v1/correspondence",
                List.of(
                    Rest.Part.json("metadata", metadata),
                    Rest.Part.file(
                        "file", "lettre.pdf", "application/pdf", SamplePdf.ofPages(subject, 1))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return "/correspondence/view.xhtml?id=" + Rest.json(answer).getJsonNumber("id");
  }
}
