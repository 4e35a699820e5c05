package fr.vaguemestre.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ORG1: files as spreadsheets write them, and as they may safely open them. */
class CsvFileTest {
  private static final List<String> COLUMNS = List.of("code", "nom");

  @Test
  void semicolons_commas_the_mark_and_quotes_are_taken() {
    for (var text :
        List.of(
            "code;nom\nVOI;Voirie, éclairage\n",
            "\uFEFFcode;nom\r\nVOI;Voirie, éclairage\r\n",
            "Nom,Code\n\"Voirie, éclairage\",VOI\n")) {
      var lines = read(text);
      assertThat(lines).as(text).hasSize(1);
      assertThat(lines.getFirst().text("code")).isEqualTo("VOI");
      assertThat(lines.getFirst().text("nom")).isEqualTo("Voirie, éclairage");
    }
  }

  @Test
  void a_line_is_known_by_its_number_in_the_file() {
    var lines = read("code;nom\nA;\"sur\ndeux lignes\"\nB;b\n\nC;c\n");
    assertThat(lines).extracting(Line::number).containsExactly(2L, 4L, 6L);
  }

  @Test
  void what_is_not_such_a_file_is_refused_with_its_remedy() {
    refused("transfer.not-utf8", "code;nom\nA;é".getBytes(Charset.forName("windows-1252")));
    refused("transfer.column-missing", "code\nA".getBytes(StandardCharsets.UTF_8));
    refused("transfer.not-csv", "code;nom\n\"A;b\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_formula_leaves_as_text_and_comes_back_as_it_was() {
    var dangerous =
        List.of("=1+1", "+33 3 53 01 10 00", "-2", "@SUM(A1)", "\tx", "plain", "'quoted");
    for (var value : dangerous) {
      var bytes = CsvFile.write(COLUMNS, List.of(Arrays.asList(value, null)));
      var written = new String(bytes, StandardCharsets.UTF_8);
      assertThat(written).startsWith("\uFEFFcode;nom");
      assertThat(written.lines().skip(1).findFirst().orElseThrow())
          .as("opened by a spreadsheet")
          .doesNotContainPattern("^\"?[=+\\-@\\t]");
      assertThat(CsvFile.read(bytes, COLUMNS).getFirst().text("code")).isEqualTo(value.strip());
    }
  }

  private static void refused(String key, byte[] bytes) {
    assertThatThrownBy(() -> CsvFile.read(bytes, COLUMNS))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
  }

  private static List<Line> read(String text) {
    return CsvFile.read(text.getBytes(StandardCharsets.UTF_8), COLUMNS);
  }
}
