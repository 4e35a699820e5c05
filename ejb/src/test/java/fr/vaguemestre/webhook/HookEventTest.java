package fr.vaguemestre.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HookEventTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void API1_what_the_journal_tells_is_told_under_its_name() {
    assertThat(HookEvent.of("ACKNOWLEDGE", Map.of("what", "ARE"), false))
        .containsExactly(HookEvent.ACKNOWLEDGED);
    assertThat(HookEvent.of("ACKNOWLEDGE", Map.of("what", "PIECES"), false))
        .containsExactly(HookEvent.PIECES_ASKED);
    assertThat(HookEvent.of("ACKNOWLEDGE", Map.of("what", "REGIME"), false)).isEmpty();
    for (var what : List.of("QUARANTINE", "RELEASE")) {
      assertThat(HookEvent.of("ACKNOWLEDGE", Map.of("what", what), false))
          .containsExactly(HookEvent.STATE_CHANGED);
    }
    assertThat(HookEvent.of("QUARANTINE_BY_ITSELF", Map.of(), false))
        .containsExactly(HookEvent.STATE_CHANGED);
    assertThat(HookEvent.of("QUARANTINE_SUGGESTED", Map.of(), false)).isEmpty();
    assertThat(HookEvent.of("SEND", Map.of(), true))
        .containsExactly(HookEvent.ANSWERED, HookEvent.STATE_CHANGED);
    assertThat(HookEvent.of("QUALIFY", Map.of(), true)).containsExactly(HookEvent.STATE_CHANGED);
    assertThat(HookEvent.of("NOTE", Map.of(), false)).isEmpty();
    assertThat(HookEvent.of("TACIT_DECISION", Map.of(), false)).containsExactly(HookEvent.DECIDED);
    assertThat(HookEvent.of("TACIT_DECISION", Map.of("past", "true"), false)).isEmpty();
    assertThat(HookEvent.of("SEND_INTERIM", Map.of("means", "EMAIL"), false)).isEmpty();
  }

  @Test
  void API1_a_test_is_nothing_one_chooses() {
    assertThat(HookEvent.ofSubmissions()).doesNotContain(HookEvent.TEST).hasSize(7);
  }

  @Test
  void API1_tries_are_further_and_further_apart_and_end_after_three_days() {
    assertThat(HookDeliveries.next(1, NOW, NOW)).contains(NOW.plusSeconds(10));
    assertThat(HookDeliveries.next(9, NOW, NOW)).contains(NOW.plus(Duration.ofHours(24)));
    assertThat(HookDeliveries.next(10, NOW, NOW)).isEmpty();
    assertThat(HookDeliveries.next(2, NOW.minus(Duration.ofDays(4)), NOW)).isEmpty();
    assertThat(HookDeliveries.BACK_OFF).isSorted();
  }
}
