package fr.vaguemestre.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WithdrawalsTest {
  /** A line under way that its own steps took back would never leave. */
  @Test
  void BAT2_the_way_out_takes_no_letter_back_and_what_people_write_does() {
    assertThat(Withdrawals.WRITES_NOTHING)
        .contains("ELIMINATION_VISA", "RETENTION_WITHDRAWN", "RETENTION_TAKEN_OFF")
        .doesNotContain("NOTE", "ADD_MESSAGE", "UNDELIVERED", "CONTRIBUTE");
  }
}
