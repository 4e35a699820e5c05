package fr.vaguemestre.publik;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** API3: a portal is called back where its administrator said it is, and nowhere else. */
class PortalFormTest {
  private static final String PORTAL = "https://demarches.example.fr";

  @Test
  void API3_a_form_below_the_portal_is_called_back_at_its_jump() {
    assertThat(below(PORTAL + "/inscription/12/")).isTrue();
    assertThat(PortalForm.jump(PORTAL + "/inscription/12", "courrier-traite"))
        .isEqualTo(PORTAL + "/inscription/12/jump/trigger/courrier-traite/");
  }

  @Test
  void API3_no_other_address_is_called() {
    for (var other :
        new String[] {
          "http://demarches.example.fr/inscription/12/",
          "https://demarches.example.fr:8443/inscription/12/",
          "https://demarches.example.fr.example.com/inscription/12/",
          "https://demarches.example.fr@127.0.0.1/inscription/12/",
          "https://autre.example.fr/inscription/12/",
          "file:///etc/passwd",
          "/inscription/12/",
          "//demarches.example.fr/inscription/12/",
          "pas une adresse"
        }) {
      assertThat(below(other)).as(other).isFalse();
    }
    assertThat(new PortalForm("k", PORTAL + "/b/1/", null).below(PORTAL + "/a")).isFalse();
    assertThat(new PortalForm("k", PORTAL + "/a/../b/", null).below(PORTAL + "/a")).isFalse();
    assertThat(new PortalForm("k", PORTAL + "/a/%2e%2e/b/", null).below(PORTAL + "/a")).isFalse();
    assertThat(new PortalForm("k", PORTAL + "/a/", null).below(null)).isFalse();
  }

  @Test
  void API3_a_trigger_is_a_plain_name() {
    assertThat(new PortalForm("k", null, "decide_1").trigger()).isEqualTo("decide_1");
    assertThat(new PortalForm("k", null, "../x").trigger()).isEqualTo(PortalForm.USUAL_TRIGGER);
    assertThat(new PortalForm("k", null, null).trigger()).isEqualTo(PortalForm.USUAL_TRIGGER);
  }

  private static boolean below(String url) {
    return new PortalForm("k", url, null).below(PORTAL);
  }
}
