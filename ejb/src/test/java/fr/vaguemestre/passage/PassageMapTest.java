package fr.vaguemestre.passage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.CircuitVersion;
import fr.vaguemestre.circuit.State;
import fr.vaguemestre.circuit.Transition;
import fr.vaguemestre.circuit.Who;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** CIR1: what is awaited on a letter is still to be given where the letter goes. */
class PassageMapTest {
  private static final CircuitVersion BEFORE =
      version(
          1,
          way(Action.CONTRIBUTE, "WORK", Who.CONTRIBUTOR),
          way(Action.ANSWER_TASK, "WORK", Who.TASKED),
          way(Action.ANSWER_TASK, "CHECK", Who.TASKED),
          way(Action.APPROVE, "CHECK", Who.APPROVER));

  @Test
  void CIR1_nothing_is_lost_on_the_way_to_the_same_transitions() {
    var map = new PassageMap(BEFORE, BEFORE);
    assertThat(map.lost("WORK", "WORK")).isEmpty();
    assertThat(map.lost("CHECK", "CHECK"))
        .as("a contribution waits there until the letter goes back")
        .isEmpty();
  }

  @Test
  void CIR1_a_version_without_tasks_or_contributions_loses_those_that_are_awaited() {
    var map = new PassageMap(BEFORE, version(2, way(Action.APPROVE, "CHECK", Who.APPROVER)));
    assertThat(map.lost("WORK", "WORK")).containsExactly(Who.CONTRIBUTOR, Who.TASKED);
    assertThat(map.lost("CHECK", "CHECK")).containsExactly(Who.CONTRIBUTOR, Who.TASKED);
  }

  @Test
  void CIR1_a_state_where_nobody_approves_loses_the_approval_under_way() {
    var map = new PassageMap(BEFORE, BEFORE);
    assertThat(map.lost("CHECK", "WORK")).containsExactly(Who.APPROVER);
    assertThat(map.lost("WORK", "CHECK")).containsExactly(Who.CONTRIBUTOR);
  }

  @Test
  void CIR1_letters_that_would_lose_something_are_counted_once() {
    var line =
        new Passages.Line(
            "WORK",
            "WORK",
            9,
            List.of(
                new Passages.Standing("WORK", Set.of(), 4),
                new Passages.Standing("WORK", Set.of(Who.TASKED), 3),
                new Passages.Standing("WORK", Set.of(Who.TASKED, Who.CONTRIBUTOR), 2)),
            List.of(
                new Passages.Choice("A", "A", Set.of(Who.TASKED, Who.CONTRIBUTOR)),
                new Passages.Choice("B", "B", Set.of(Who.CONTRIBUTOR)),
                new Passages.Choice("C", "C", Set.of(Who.APPROVER))),
            null);
    assertThat(line.left("A")).isEqualTo(5);
    assertThat(line.left("B")).isEqualTo(2);
    assertThat(line.left("C")).isZero();
  }

  private static CircuitVersion version(int number, Transition... ways) {
    return new CircuitVersion(
        number,
        "Essai",
        number,
        Instant.EPOCH,
        List.of(state("WORK"), state("CHECK")),
        List.of(ways));
  }

  private static State state(String code) {
    return new State(code, code, code, "plain", "", code.equals("WORK"), false, true);
  }

  private static Transition way(Action action, String state, Who who) {
    return new Transition(
        action,
        state,
        state,
        null,
        who,
        Set.of(),
        Set.of(),
        Set.of(),
        action.name(),
        Transition.Prominence.MORE);
  }
}
