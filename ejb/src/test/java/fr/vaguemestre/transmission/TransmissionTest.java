package fr.vaguemestre.transmission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TransmissionTest {
  @Test
  void SEN2_marks_run_from_A_to_Z_then_on_with_two_letters() {
    assertThat(LongStream.of(1, 2, 26, 27, 28, 52, 53, 702, 703).mapToObj(Transmission::mark))
        .containsExactly("A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA");
    assertThat(LongStream.rangeClosed(1, 2_000).mapToObj(Transmission::mark))
        .doesNotHaveDuplicates();
  }
}
