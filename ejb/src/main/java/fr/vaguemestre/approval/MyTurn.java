package fr.vaguemestre.approval;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.circuit.Participation;
import fr.vaguemestre.circuit.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The approver is whoever's step is at hand. */
@ApplicationScoped
public class MyTurn implements Participation {
  @Inject ApprovalSteps steps;

  @Override
  public Who who() {
    return Who.APPROVER;
  }

  @Override
  public boolean concerns(Reader reader, long correspondence) {
    return steps
        .current(correspondence)
        .filter(s -> s.agent() == reader.agent() && lent(reader, s.kind()))
        .isPresent();
  }

  /** In an absent colleague's place, only the kind of step whose basket they share. */
  private static boolean lent(Reader reader, StepKind kind) {
    return reader.inPlaceOf() == null
        || reader.may(kind == StepKind.VISA ? Right.VISA : Right.SIGN);
  }
}
