package fr.vaguemestre.correspondence;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;

/** Closing without reply, reopening, putting a sensitive letter into the circuit. */
@Stateless
public class Closings {
  @Inject CorrespondenceActions actions;

  public void close(Reader reader, long letter, long seenVersion, String reason) {
    if (reason == null || reason.isBlank()) {
      throw Refusal.field("reason", "correspondence.reason-missing");
    }
    actions.begin(reader, letter, seenVersion, Action.CLOSE, Map.of(), reason);
  }

  public void reopen(Reader reader, long letter, long seenVersion, String reason) {
    actions.begin(reader, letter, seenVersion, Action.REOPEN, Map.of(), reason);
  }

  /** From here on the letter is seen as any other (O4, O5). */
  public void enterCircuit(Reader reader, long letter, long seenVersion, String note) {
    actions.begin(reader, letter, seenVersion, Action.ENTER_CIRCUIT, Map.of(), note);
  }
}
