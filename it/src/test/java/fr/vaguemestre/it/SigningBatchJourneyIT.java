package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** SIG2 on screen: from the basket to sign, letters ticked, one password, a line of result each. */
@Journey
class SigningBatchJourneyIT {
  @Test
  void SIG2_letters_ticked_in_the_basket_are_signed_with_one_password(Browser mayor) {
    var first = AReply.toSign("Signature groupée, un");
    var second = AReply.toSign("Signature groupée, deux");
    var page = mayor.login("elu").page();
    mayor.open("/basket/list.xhtml?basket=TO_SIGN");
    for (var reply : new AReply[] {first, second}) {
      page.locator("input[name=pick][value^='" + reply.id() + ".']").check();
    }
    page.locator("[data-picked]").click();
    page.locator(".deeds a[href$='deed=sign']").click();
    page.locator(".to-sign li").nth(1).waitFor();
    mayor.screenshot("form").assertAccessible().assertFitsNarrow();

    page.locator("#password").fill("pas celui-ci");
    page.locator("#signAll").click();
    page.locator(".summary").waitFor();
    assertThat(first.state()).isEqualTo("IN_APPROVAL");
    second.act(AReply.ASSISTANT, "note", "{\"body\":\"Entre-temps\"}");
    page.locator("#password").fill("demo");
    page.locator("#signAll").click();
    page.waitForURL(url -> url.contains("/signing/batch.xhtml"));
    page.waitForCondition(() -> page.locator("#run progress").count() == 0);

    mayor.screenshot("result").assertAccessible().assertFitsNarrow();
    assertThat(page.locator("#run").innerText())
        .contains("2 réponses traitées sur 2", "Signée", "Refusée", "Modifié entre-temps");
    assertThat(first.state()).isEqualTo("TO_SEND");
    assertThat(second.state()).isEqualTo("IN_APPROVAL");
    mayor.assertNoPageError();
  }
}
