package fr.vaguemestre.approval;

import fr.vaguemestre.access.Readers;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Whose turns a chain is made of, each somebody who may take it. */
@Stateless
public class Turns {
  @Inject Organisation organisation;
  @Inject Readers readers;

  /**
   * @throws Refusal on {@code steps} when the chain does not end with its only signature, names
   *     nobody, or somebody without the right to the step
   */
  public List<Turn> of(List<StepWish> chain) {
    if (!whole(chain)) {
      throw Refusal.field("steps", "approval.ends-with-one-signature");
    }
    return chain.stream().map(this::turn).toList();
  }

  /** Whether it ends with a signature, and has no other. */
  static boolean whole(List<StepWish> chain) {
    return !chain.isEmpty()
        && chain.getLast().kind().signs()
        && chain.stream().filter(s -> s.kind().signs()).count() == 1;
  }

  private Turn turn(StepWish step) {
    var agent = organisation.activeAgent("steps", step.agent());
    var reader = readers.of(agent.id()).orElseThrow();
    if (!step.kind().right().stream().allMatch(reader::may)) {
      throw Refusal.field("steps", "approval.step-may-not", reader.name());
    }
    return new Turn(step.kind(), agent.id());
  }
}
