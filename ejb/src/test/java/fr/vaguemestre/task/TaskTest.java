package fr.vaguemestre.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Reader SOMEBODY =
      new Reader(1, 7, "a", "A", null, null, 0, Set.of(), Set.of(), Map.of(), Set.of("a7"));
  private static final TaskFile PLAN = new TaskFile("plan.pdf", "application/pdf", "0a", 1);

  @Test
  void O12_a_task_is_answered_once() {
    var task = asked();
    task.answer(SOMEBODY, "Oui", null, NOW);
    assertNoLongerAwaited(() -> task.answer(SOMEBODY, "Non", null, NOW));
    assertNoLongerAwaited(() -> task.withdraw(NOW));
  }

  @Test
  void O12_a_task_withdrawn_is_answered_no_more() {
    var task = asked();
    task.withdraw(NOW);
    assertNoLongerAwaited(() -> task.answer(SOMEBODY, "Oui", null, NOW));
  }

  @Test
  void O12_only_a_file_leaves_with_the_reply() {
    var without = asked();
    without.answer(SOMEBODY, "Oui", null, NOW);
    without.join(true);
    assertThat(without.joined()).isFalse();
    var with = asked();
    with.answer(SOMEBODY, "Oui", PLAN, NOW);
    with.join(true);
    assertThat(with.joined()).isTrue();
  }

  private static void assertNoLongerAwaited(Runnable again) {
    assertThatThrownBy(again::run)
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("task.no-longer-awaited"));
  }

  private static Task asked() {
    return new Task(1, SOMEBODY, 2, 3, new TaskRequest("VOI", " Quand ? ", null), NOW);
  }
}
