package fr.vaguemestre.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** CIR7: a town that has much to tell, or that fails, holds up no other. */
class NotificationRoundsTest {
  private static final int LARGE = 1;
  private static final int SMALL = 2;
  private static final int POISON = 150;

  /** By town, how many entries it has and how many of them are past. */
  private final Map<Integer, Integer> entries = new TreeMap<>(Map.of(LARGE, 350, SMALL, 3));

  private final Map<Integer, Integer> past = new TreeMap<>(Map.of(LARGE, 0, SMALL, 0));
  private final List<Integer> order = new ArrayList<>();
  private final List<Integer> skipped = new ArrayList<>();
  private boolean failing;

  @Test
  void CIR7_each_town_has_its_turn_before_another_has_its_second() {
    rounds().round();
    assertThat(past).isEqualTo(entries);
    assertThat(order.subList(0, 3)).containsExactly(LARGE, SMALL, LARGE);
  }

  @Test
  void CIR7_an_entry_that_fails_is_left_out_in_the_end_and_all_others_are_told() {
    failing = true;
    var rounds = rounds();
    rounds.round();
    assertThat(past).containsEntry(SMALL, 3).containsEntry(LARGE, POISON);
    for (int i = 0; i < 5; i++) {
      rounds.round();
    }
    assertThat(past).isEqualTo(entries);
    assertThat(skipped).containsExactly(POISON);
  }

  private NotificationRounds rounds() {
    var rounds = new NotificationRounds();
    rounds.clock = Clock.systemUTC();
    rounds.ringing =
        new Ringing() {
          @Override
          public void round() {}
        };
    rounds.owner =
        new OwnerDatabase() {
          @Override
          @SuppressWarnings("unchecked")
          public <T> List<T> list(Statement statement, Function<Row, T> mapper) {
            return statement.toString().contains("journal_seal")
                ? (List<T>)
                    past.keySet().stream().filter(t -> past.get(t) < entries.get(t)).toList()
                : List.of();
          }
        };
    rounds.tellings =
        new Tellings() {
          @Override
          public boolean step(int most) {
            int town = TenantContext.required();
            int before = past.get(town);
            int to = Math.min(before + most, entries.get(town));
            if (failing && town == LARGE && before <= POISON && to > POISON) {
              throw new IllegalStateException("poison");
            }
            past.put(town, to);
            order.add(town);
            return to - before == most;
          }

          @Override
          public long skip() {
            int next = past.get(LARGE);
            failing = false;
            skipped.add(next);
            past.put(LARGE, next + 1);
            return next;
          }
        };
    return rounds;
  }
}
