package fr.vaguemestre.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.access.Right;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.Transition;
import fr.vaguemestre.circuit.Transition.Prominence;
import fr.vaguemestre.circuit.Who;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** SVE-9: what is left of a circuit's ways while a letter is held. */
class QuarantineDoorTest {
  @Test
  void SVE_9_only_giving_back_noting_and_closing_are_offered_while_it_is_held() {
    var ways =
        QuarantineDoor.whileHeld(
            "TO_QUALIFY",
            List.of(
                way(Action.QUALIFY), way(Action.ACKNOWLEDGE), way(Action.NOTE), way(Action.CLOSE)));
    assertThat(ways)
        .extracting(Transition::action)
        .containsExactly(Action.ACKNOWLEDGE, Action.NOTE, Action.CLOSE);
    assertThat(ways.getFirst().label()).isEqualTo("Sortir de la quarantaine");
  }

  @Test
  void SVE_9_it_is_given_back_where_its_circuit_has_no_way_for_it() {
    assertThat(QuarantineDoor.whileHeld("CLOSED", List.of()))
        .singleElement()
        .satisfies(
            back -> {
              assertThat(back.moves()).isFalse();
              assertThat(back.right()).isEqualTo(Right.QUALIFY);
              assertThat(back.who()).isEqualTo(Who.VIEWER);
            });
  }

  private static Transition way(Action action) {
    return new Transition(
        action,
        "TO_QUALIFY",
        "TO_QUALIFY",
        Right.PROCESS,
        Who.HANDLER,
        Set.of(),
        Set.of(),
        Set.of(),
        "x",
        Prominence.MORE);
  }
}
