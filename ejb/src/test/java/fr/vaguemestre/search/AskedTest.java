package fr.vaguemestre.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AskedTest {
  @Test
  void SEA2_what_is_written_is_read_again_alike() {
    var text =
        "q=%22route+nationale%22+%26+co&type=PERMIS&type=RECLAMATION&unit=DSP&tag=%C3%A0+voir"
            + "&from=2026-01-01&to=2026-02-01&deadlineTo=2026-03-01&closingFrom=2026-01-05"
            + "&category=INCOMING&files=yes&sender=quatre&city=isle%2Fdoubs&late=true&below=true"
            + "&mine=assigned";
    assertThat(Asked.parse(text).text()).isEqualTo(text);
    assertThat(Asked.parse(Asked.NOTHING.text())).isEqualTo(Asked.NOTHING);
  }

  @Test
  void SEA2_the_order_of_parameters_makes_no_other_search() {
    assertThat(Asked.parse("unit=B&q=pont&unit=A").text())
        .isEqualTo(Asked.parse("q=pont&unit=A&unit=B").text());
  }

  @Test
  void what_makes_no_sense_is_left_out_and_a_wrong_day_is_told() {
    var wrong = new ArrayList<String>();
    Map<String, List<String>> given =
        Map.of(
            "q", List.of("  pont "),
            "from", List.of("hier"),
            "deadlineTo", List.of("2026-13-01"),
            "to", List.of(""),
            "type", List.of("", " "),
            "mine", List.of("yours"),
            "after", List.of("x"));
    assertThat(Asked.of(given::get, wrong::add)).isEqualTo(Asked.NOTHING.asking("pont"));
    assertThat(wrong).containsExactlyInAnyOrder("from", "deadlineTo");
  }

  @Test
  void what_is_too_long_is_cut() {
    var endless = "a".repeat(5000);
    var asked =
        Asked.parse("q=" + endless + "&city=" + endless + "&tag=x".repeat(200) + "&tag=" + endless);
    assertThat(asked.text()).hasSizeLessThan(1000);
    assertThat(Asked.parse(asked.text())).isEqualTo(asked);
    assertThat(Asked.parse("q=%zz&=&&x")).isNotNull();
  }
}
