package fr.vaguemestre.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
  @ParameterizedTest
  @CsvSource({
    "lettre de Mme Müller.pdf, lettre de Mme Müller.pdf",
    "../../etc/passwd, passwd",
    "C:\\Users\\x\\scan.tif, scan.tif",
    "..., document",
    "'a\"b<c>.pdf', a_b_c_.pdf"
  })
  void a_name_is_the_last_part_without_what_could_harm(String given, String shown) {
    assertThat(FileNames.shown(given)).isEqualTo(shown);
  }

  @Test
  void no_name_and_hidden_direction_marks_are_harmless() {
    assertThat(FileNames.shown(null)).isEqualTo("document");
    assertThat(FileNames.shown("facture\u202Efdp.exe\r\nX: y"))
        .doesNotContain("\u202E", "\r", "\n");
  }

  @Test
  void a_long_name_keeps_its_ending() {
    assertThat(FileNames.shown("é".repeat(400) + ".pdf")).hasSize(200).endsWith(".pdf");
  }
}
