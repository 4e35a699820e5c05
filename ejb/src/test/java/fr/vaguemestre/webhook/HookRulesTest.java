package fr.vaguemestre.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Network;
import fr.vaguemestre.platform.Refusal;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookRulesTest {
  private static final HookRules CLOSED = new HookRules(List.of());
  private static final HookRules OPENED = new HookRules(Network.all("10.1.0.0/16"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://portail.exemple.fr/rappel",
        "https://portail.exemple.fr:8443/a?b=c",
        "https://8.8.8.8/"
      })
  void API1_an_https_address_of_the_internet_is_taken(String address) {
    assertThat(CLOSED.read(address)).hasToString(address);
  }

  @ParameterizedTest
  @CsvSource({
    "pas une adresse, webhook.address",
    "ftp://exemple.fr/, webhook.address",
    "file:///etc/passwd, webhook.address",
    "https:///rappel, webhook.address",
    "https://moi:secret@exemple.fr/, webhook.address",
    "https://exemple.fr/#x, webhook.address",
    "https://exemple.fr:70000/, webhook.address",
    "http://exemple.fr/, webhook.https",
    "https://localhost/, webhook.inner-address",
    "https://127.0.0.1/, webhook.inner-address",
    "https://10.1.2.3/, webhook.inner-address",
    "https://169.254.169.254/latest/meta-data, webhook.inner-address",
    "https://[::1]/, webhook.inner-address",
    "https://[::ffff:10.0.0.1]/, webhook.inner-address",
    "https://[fd00::1]/, webhook.inner-address",
    "https://[64:ff9b::a00:1]/, webhook.inner-address"
  })
  void API1_what_leads_elsewhere_is_refused_by_the_field(String address, String rule) {
    assertThatThrownBy(() -> CLOSED.read(address))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> {
              assertThat(r.key()).isEqualTo(rule);
              assertThat(r.field()).contains("address");
            });
  }

  @Test
  void API1_an_inner_network_that_the_operator_opened_may_be_called_without_tls_and_no_other() {
    assertThat(OPENED.read("http://10.1.2.3/rappel")).hasHost("10.1.2.3");
    assertThatThrownBy(() -> OPENED.read("http://10.2.0.1/"))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("webhook.inner-address"));
    assertThatThrownBy(() -> OPENED.read("http://8.8.8.8/")).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost/",
        "https://127.0.0.1/",
        "https://0.0.0.0/",
        "https://[::1]/",
        "https://192.168.1.1/"
      })
  void API1_where_a_name_leads_is_judged_again_at_the_call(String address) {
    assertThatThrownBy(() -> CLOSED.place(URI.create(address)))
        .isInstanceOfSatisfying(
            HookRules.Closed.class, c -> assertThat(c.fault()).isEqualTo(Fault.FORBIDDEN_ADDRESS));
  }

  @Test
  void API1_a_number_that_stands_for_an_inner_address_is_judged_as_that_address() {
    for (var address : List.of("https://2130706433/", "https://127.1/", "https://0x7f.0.0.1/")) {
      assertThatThrownBy(() -> CLOSED.place(CLOSED.read(address))).isInstanceOf(Exception.class);
    }
  }
}
