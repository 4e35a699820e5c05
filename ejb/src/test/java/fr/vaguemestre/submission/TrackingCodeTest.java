package fr.vaguemestre.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrackingCodeTest {
  @Test
  void a_code_is_three_groups_of_four_signs_none_taken_for_another() {
    var codes =
        IntStream.range(0, 1000).mapToObj(i -> TrackingCode.make()).collect(Collectors.toSet());
    assertThat(codes).hasSize(1000);
    assertThat(codes)
        .allMatch(code -> code.matches("([2-9A-HJKMNP-TV-Z]{4}-){2}[2-9A-HJKMNP-TV-Z]{4}"));
  }

  @Test
  void it_is_found_however_it_is_typed() {
    assertThat(TrackingCode.read(" k7qm 2vxp-9rta ")).isEqualTo("K7QM-2VXP-9RTA");
    assertThat(TrackingCode.read("../..")).isEmpty();
  }
}
