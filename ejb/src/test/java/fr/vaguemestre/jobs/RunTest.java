package fr.vaguemestre.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunTest {
  private static final Instant BEGUN = Instant.parse("2026-11-21T01:30:00Z");

  @Test
  void BAT1_the_rate_and_the_time_left_come_from_what_the_step_has_done() {
    var run = run(Run.State.RUNNING, 1000, 250, 10);
    assertThat(run.perSecond()).hasValue(25);
    assertThat(run.secondsLeft()).hasValue(30);
  }

  @Test
  void BAT1_nothing_is_said_of_a_step_that_has_done_nothing_and_no_time_left_of_what_stopped() {
    assertThat(run(Run.State.RUNNING, 1000, 0, 0).perSecond()).isEmpty();
    assertThat(run(Run.State.RUNNING, 1000, 0, 0).secondsLeft()).isEmpty();
    assertThat(run(Run.State.RUNNING, 1000, 1, 0).secondsLeft()).isEmpty();
    assertThat(run(Run.State.STOPPED, 1000, 250, 10).secondsLeft()).isEmpty();
  }

  @Test
  void BAT1_more_items_than_were_counted_leave_no_time_not_less() {
    assertThat(run(Run.State.RUNNING, 100, 250, 10).secondsLeft()).hasValue(0);
  }

  private static Run run(Run.State state, long total, long done, long seconds) {
    return new Run(
        1,
        Job.CONSISTENCY,
        state,
        true,
        null,
        BEGUN,
        BEGUN,
        null,
        false,
        null,
        "consistency-files",
        total,
        done,
        0,
        0,
        total,
        done,
        BEGUN,
        BEGUN.plusSeconds(seconds));
  }
}
