package fr.vaguemestre.batch.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepNotesTest {
  @Test
  void BAT1_the_reason_is_what_happened_in_one_line_without_the_values_below_it() {
    var database =
        new IllegalStateException("ERROR: duplicate key\n  Detail: Key (name)=(Lantier)");
    assertThat(StepNotes.words(new RuntimeException("wrapped", new RuntimeException(database))))
        .isEqualTo("java.lang.IllegalStateException: ERROR: duplicate key");
    assertThat(StepNotes.words(new IllegalArgumentException()))
        .isEqualTo("java.lang.IllegalArgumentException");
  }
}
