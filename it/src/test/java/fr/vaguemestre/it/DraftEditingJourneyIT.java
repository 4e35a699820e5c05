package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** REP2: the letter's page opens the reply in a word processor, says who has it, and frees it. */
@Journey
class DraftEditingJourneyIT {
  @Test
  void REP2_a_draft_is_opened_seen_open_by_others_and_freed(Browser assistant, Browser director) {
    var reply = AReply.drafted("Une réponse à ouvrir dans Word");
    var letter = "/correspondence/view.xhtml?id=" + reply.id() + "&panel=reply";
    var page = assistant.login("assistante").open(letter).page();
    page.locator("#openDraft").click();
    page.locator("#editing-address").waitFor();
    page.waitForLoadState();
    var address = page.locator("#editing-address").inputValue();
    assertThat(page.locator("#open-word").getAttribute("href"))
        .isEqualTo("ms-word:ofe|u|" + address);
    assertThat(page.locator("#open-libreoffice").getAttribute("href"))
        .isEqualTo("vnd.libreoffice.command:ofe|u|" + address);
    page.locator("[data-copy]").click();
    page.getByText("Adresse copiée").waitFor();
    assistant.screenshot("address").assertAccessible().assertFitsNarrow();

    var word = Dav.at(address);
    var lock = word.lock();
    var seen = director.login("p.merle").open(letter).page();
    assertThat(seen.locator("#edit").innerText()).contains("Amélie Lantier a ouvert la réponse");
    assertThat(seen.locator("#openDraft").count()).isZero();
    director.screenshot("open-elsewhere").assertAccessible().assertFitsNarrow();
    assistant.open(letter);
    assertThat(page.locator("#edit").innerText()).contains("Vous avez ouvert la réponse");

    seen.locator("#freeDraft").click();
    seen.getByText("La réponse est libre").waitFor();
    seen.locator("#openDraft").waitFor();
    assertThat(word.send("PUT", word.bytes(), "If", lock).statusCode()).isEqualTo(412);
    director.open(letter.replace("panel=reply", "panel=history"));
    assertThat(seen.locator(".events").innerText())
        .contains("a libéré la réponse, ouverte par Amélie Lantier");
    assistant.open(letter).assertNoPageError();
    assertThat(page.locator("#editing-address").count()).as("shown once").isZero();
  }
}
