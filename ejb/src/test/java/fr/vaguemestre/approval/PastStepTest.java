package fr.vaguemestre.approval;

import static fr.vaguemestre.approval.ApprovalStep.Status.DONE;
import static fr.vaguemestre.approval.ApprovalStep.Status.DROPPED;
import static fr.vaguemestre.approval.ApprovalStep.Status.REFUSED;
import static fr.vaguemestre.approval.StepKind.SIGNATURE;
import static fr.vaguemestre.approval.StepKind.VISA;
import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.approval.ApprovalStep.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SIG1: what a corrected reply goes through again. */
class PastStepTest {
  /** Sent back to A, who chose another signer, then refused by B. */
  private static final List<PastStep> SIGNER_CHANGED =
      List.of(
          step("a", VISA, 1, false, DONE),
          step("b", VISA, 1, false, REFUSED),
          step("c", SIGNATURE, 1, false, DROPPED),
          step("a", VISA, 2, true, DONE),
          step("b", VISA, 2, true, REFUSED),
          step("e", SIGNATURE, 2, true, DROPPED));

  @Test
  void SIG1_after_a_change_of_signer_the_chain_has_the_last_one_only() {
    assertThat(PastStep.again(SIGNER_CHANGED, Restart.ALL))
        .containsExactly(visa("a"), visa("b"), signature("e"));
    assertThat(PastStep.again(SIGNER_CHANGED, Restart.FROM_REFUSAL))
        .containsExactly(visa("b"), signature("e"));
  }

  @Test
  void SIG1_what_was_done_before_a_step_sent_back_comes_first() {
    var past =
        List.of(
            step("a", VISA, 1, false, DONE),
            step("b", VISA, 1, false, DONE),
            step("d", VISA, 1, false, REFUSED),
            step("x", VISA, 1, false, DROPPED),
            step("c", SIGNATURE, 1, false, DROPPED),
            step("b", VISA, 2, true, DONE),
            step("d", VISA, 2, true, REFUSED),
            step("c", SIGNATURE, 2, true, DROPPED));
    assertThat(PastStep.again(past, Restart.ALL))
        .containsExactly(visa("a"), visa("b"), visa("d"), signature("c"));
    assertThat(PastStep.again(past, Restart.FROM_REFUSAL))
        .containsExactly(visa("d"), signature("c"));
  }

  @Test
  void SIG1_an_earlier_submission_does_not_count_nor_does_a_closed_account() {
    var past =
        List.of(
            step("old", VISA, 1, false, REFUSED),
            step("c", SIGNATURE, 1, false, DROPPED),
            step("a", VISA, 2, false, REFUSED),
            new PastStep(signature("gone"), false, 2, false, DROPPED));
    assertThat(PastStep.again(past, Restart.ALL)).containsExactly(visa("a"));
    assertThat(Turns.whole(PastStep.again(past, Restart.ALL))).isFalse();
  }

  @Test
  void SIG1_a_chain_is_whole_with_one_signature_at_its_end() {
    assertThat(Turns.whole(List.of())).isFalse();
    assertThat(Turns.whole(List.of(visa("a")))).isFalse();
    assertThat(Turns.whole(List.of(signature("c"), visa("a")))).isFalse();
    assertThat(Turns.whole(List.of(signature("c"), signature("e")))).isFalse();
    assertThat(Turns.whole(List.of(visa("a"), signature("c")))).isTrue();
  }

  private static PastStep step(
      String agent, StepKind kind, int round, boolean continued, Status status) {
    return new PastStep(new StepWish(agent, kind), true, round, continued, status);
  }

  private static StepWish visa(String agent) {
    return new StepWish(agent, VISA);
  }

  private static StepWish signature(String agent) {
    return new StepWish(agent, SIGNATURE);
  }
}
