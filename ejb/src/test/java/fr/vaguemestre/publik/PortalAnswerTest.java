package fr.vaguemestre.publik;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** API3: whether a portal took what it was told. */
class PortalAnswerTest {
  @Test
  void API3_the_error_of_the_envelope_is_found_whole_or_in_chunks() {
    assertThat(error("Content-Length: 9", "{\"err\":1}")).isEqualTo(1);
    assertThat(error("Content-Length: 9", "{\"err\":0}")).isZero();
    assertThat(PortalAnswer.error("\r\n{\"err\":1}")).isEqualTo(1);
    var chunks = "3\r\n{\"e\r\n6;x=y\r\nrr\": 2\r\n1\r\n}\r\n0\r\n\r\n";
    assertThat(error("Server: x\r\ntransfer-encoding: gzip, Chunked", chunks)).isEqualTo(2);
  }

  @Test
  void API3_what_is_no_envelope_is_a_yes() {
    assertThat(PortalAnswer.error("")).isZero();
    assertThat(error("Content-Type: text/html", "<html/>")).isZero();
    assertThat(error("Content-Type: text/html", "[1]")).isZero();
    assertThat(error("Transfer-Encoding: chunked", "zz\r\n{\"err\":1}")).isZero();
    assertThat(error("Transfer-Encoding: chunked", "ffffff\r\n{\"err\":")).isZero();
  }

  private static int error(String headers, String body) {
    return PortalAnswer.error(headers + "\r\n\r\n" + body);
  }
}
