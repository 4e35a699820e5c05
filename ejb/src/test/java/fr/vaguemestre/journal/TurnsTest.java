package fr.vaguemestre.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.platform.TenantContext;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** CIR7, API1: a town that has much to tell, or that fails, holds up no other. */
class TurnsTest {
  private static final int BATCH = 10;
  private static final int FIRST = 1;
  private static final int SECOND = 2;
  private final Map<Integer, Integer> past = new TreeMap<>(Map.of(FIRST, 0, SECOND, 0));
  private final Turns turns = new Turns("tests", BATCH);
  private int hiccups;
  private int poison = -1;

  @Test
  void CIR7_a_town_whose_batch_fails_once_goes_on_in_the_same_round() {
    hiccups = 1;
    round();
    assertThat(past).containsEntry(FIRST, 35).containsEntry(SECOND, 35);
  }

  @Test
  void CIR7_a_town_rests_from_the_entry_that_fails_singly_and_five_rounds_leave_it_out() {
    poison = 17;
    for (int i = 0; i < 5; i++) {
      round();
      assertThat(past).containsEntry(SECOND, 35);
      assertThat(past.get(FIRST)).isEqualTo(i < 4 ? 17 : 18);
    }
    round();
    assertThat(past).containsEntry(FIRST, 35);
  }

  private void round() {
    turns.round(
        () -> past.keySet().stream().filter(town -> past.get(town) < 35).toList(),
        this::step,
        this::skip);
  }

  private boolean step(int most) {
    int town = TenantContext.required();
    int to = Math.min(past.get(town) + most, 35);
    if (town == FIRST && most > 1 && hiccups-- > 0) {
      throw new IllegalStateException("once");
    }
    if (town == FIRST && past.get(town) <= poison && to > poison) {
      throw new IllegalStateException("poison");
    }
    int before = past.put(town, to);
    return to - before == most;
  }

  private long skip() {
    poison = -1;
    return past.merge(TenantContext.required(), 1, Integer::sum) - 1L;
  }
}
