package fr.vaguemestre.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostalAddressTest {
  @Test
  void SEN1_capitals_without_accent_or_punctuation_the_town_last() {
    assertThat(
            PostalAddress.lines(
                "Mme Geneviève Œuvrard",
                null,
                "Appt. 4, esc. B",
                "12 bis, rue de l’Été",
                "25300",
                "Saint-Étienne-du-Bois"))
        .contains(
            java.util.List.of(
                "MME GENEVIEVE OEUVRARD",
                "APPT 4 ESC B",
                "12 BIS RUE DE L ETE",
                "25300 SAINT ETIENNE DU BOIS"));
  }

  @Test
  void SEN1_a_long_part_goes_on_the_next_line_and_no_line_is_beyond_38() {
    var lines =
        PostalAddress.lines(
                "Mme Ann Lee",
                "Association des amis du patrimoine et des sentiers du Haut Val",
                null,
                "3 rue X",
                "25300",
                "Pontarlieu")
            .orElseThrow();
    assertThat(lines)
        .containsExactly(
            "ASSOCIATION DES AMIS DU PATRIMOINE ET",
            "DES SENTIERS DU HAUT VAL",
            "MME ANN LEE",
            "3 RUE X",
            "25300 PONTARLIEU")
        .allMatch(line -> line.length() <= 38);
  }

  @Test
  void SEN1_what_is_incomplete_or_does_not_fit_in_six_lines_is_none() {
    var long4 = "mot ".repeat(38);
    assertThat(PostalAddress.lines("A", null, null, "1 rue X", null, "Y")).isEmpty();
    assertThat(PostalAddress.lines("A", null, null, "1 rue X", "25300", " ")).isEmpty();
    assertThat(PostalAddress.lines("A", null, null, null, "25300", "Y")).isEmpty();
    assertThat(PostalAddress.lines("  ", null, null, "1 rue X", "25300", "Y")).isEmpty();
    assertThat(PostalAddress.lines("王伟", null, null, "1 rue X", "25300", "Y")).isEmpty();
    assertThat(PostalAddress.lines("A", long4, long4, "1 rue X", "25300", "Y")).isEmpty();
    assertThat(PostalAddress.lines("A", null, null, "x".repeat(39), "25300", "Y")).isEmpty();
    assertThat(PostalAddress.lines("A", null, null, "1 rue X", "25300", "y".repeat(33))).isEmpty();
  }
}
