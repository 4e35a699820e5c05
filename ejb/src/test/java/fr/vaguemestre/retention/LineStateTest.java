package fr.vaguemestre.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** BAT2: due, proposed, signed, visa, destroyed: no step is jumped. */
class LineStateTest {
  @Test
  void BAT2_only_what_has_its_visa_is_destroyed_and_only_what_is_signed_gets_one() {
    assertThat(LineState.DESTROYED.from()).containsExactly(LineState.GRANTED);
    assertThat(LineState.GRANTED.from()).containsExactly(LineState.SIGNED);
    assertThat(LineState.SIGNED.from()).containsExactly(LineState.PROPOSED);
    assertThat(LineState.PROPOSED.from()).containsExactly(LineState.DUE);
  }

  @Test
  void BAT2_what_is_settled_stays() {
    assertThat(LineState.values())
        .filteredOn(LineState::last)
        .containsExactly(
            LineState.DESTROYED, LineState.EXPORTED, LineState.REFUSED, LineState.WITHDRAWN);
  }
}
