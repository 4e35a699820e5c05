package fr.vaguemestre.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.access.Perimeter;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** CIR1: what an action takes for granted holds whatever a version of the circuit says. */
class TransitionTest {
  private static final long UNIT = 10;
  private static final Reader HANDLER =
      new Reader(
          1,
          7,
          "handler",
          "Charlie Traitant",
          null,
          "DSP",
          0,
          Set.of(UNIT),
          Set.of(UNIT),
          Map.of(Right.PROCESS, Perimeter.BRANCH),
          Set.of());

  /** A letter of the handler's unit of which nothing is awaited and nothing is true. */
  private static final Situation LETTER =
      new Situation() {
        @Override
        public long unit() {
          return UNIT;
        }

        @Override
        public Long assignee() {
          return HANDLER.agent();
        }

        @Override
        public boolean awaits(Who who, Reader reader) {
          return false;
        }

        @Override
        public boolean holds(Condition condition) {
          return false;
        }
      };

  @Test
  void CIR1_what_is_awaited_of_somebody_is_not_done_by_another() {
    assertThat(loose(Action.ANSWER_TASK).obstacle(HANDLER, LETTER)).contains(Obstacle.NOT_TASKED);
    assertThat(loose(Action.CONTRIBUTE).obstacle(HANDLER, LETTER)).contains(Obstacle.NOT_ASKED);
    assertThat(loose(Action.SIGN).obstacle(HANDLER, LETTER)).contains(Obstacle.NOT_THEIR_TURN);
    assertThat(loose(Action.NOTE).obstacle(HANDLER, LETTER)).isEmpty();
  }

  @Test
  void CIR1_no_version_of_the_circuit_skips_a_visa_or_sends_what_is_not_signed() {
    assertThat(loose(Action.SIGN).unmet(LETTER)).contains(Condition.SIGNATURE_AT_HAND);
    assertThat(loose(Action.ATTACH_SIGNED).unmet(LETTER)).contains(Condition.PAPER_AT_HAND);
    assertThat(loose(Action.SEND).unmet(LETTER)).contains(Condition.REPLY_SIGNED);
    assertThat(loose(Action.NOTE).unmet(LETTER)).isEmpty();
  }

  private static Transition loose(Action action) {
    return new Transition(
        action,
        "TO_PROCESS",
        "TO_PROCESS",
        null,
        Who.HANDLER,
        Set.of(),
        Set.of(),
        Set.of(),
        action.name(),
        Transition.Prominence.MORE);
  }
}
