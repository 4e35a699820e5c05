package fr.vaguemestre.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadTest {

  @Test
  void a_name_cannot_break_out_of_its_header() {
    assertThat(Download.disposition("accusé \"réception\"\r\nSet-Cookie: a=1.pdf"))
        .isEqualTo(
            "attachment; filename=\"accuse _reception___Set-Cookie_ a_1.pdf\";"
                + " filename*=UTF-8''accus%C3%A9%20%22r%C3%A9ception%22%0D%0ASet-Cookie%3A%20a%3D1.pdf");
  }
}
