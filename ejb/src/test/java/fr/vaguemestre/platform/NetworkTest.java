package fr.vaguemestre.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.3.0/24, 10.0.3.255, true",
    "10.0.3.0/24, 10.0.4.0, false",
    "172.16.0.0/12, 172.31.255.255, true",
    "172.16.0.0/12, 172.32.0.0, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, 2001:4860::8888, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "2000::/3, 3fff::1, true",
    "2000::/3, fe80::1, false",
    "127.0.0.0/8, ::ffff:127.0.0.1, true"
  })
  void a_network_holds_its_addresses(String network, String address, boolean held) {
    assertThat(
            Network.parse(network).orElseThrow().contains(Network.address(address).orElseThrow()))
        .isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "exemple.fr",
        "10.0.0.0/33",
        "10.0.0.0/",
        "10.0.0/8",
        "10.0.0.0/8/8",
        "::1/129",
        "256.1.1.1"
      })
  void what_is_no_network_is_none(String text) {
    assertThat(Network.parse(text)).isEmpty();
  }

  @Test
  void a_text_holds_several_and_the_first_wrong_one_is_named() {
    assertThat(Network.all(" 10.0.0.0/8,\n ::1 ; x ")).hasSize(2);
    assertThat(Network.firstWrong("10.0.0.0/8 x y")).contains("x");
    assertThat(Network.firstWrong(null)).isEmpty();
  }
}
