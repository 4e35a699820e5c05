package fr.vaguemestre.web.correspondence;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.correspondence.Closings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Closing without a reply, reopening, putting into the circuit. */
@Named
@RequestScoped
public class ClosingScreen {
  @Inject Closings closings;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  private String reason;

  public String close() {
    closings.close(reader.get(), screen.getId(), screen.getSeen(), reason);
    return screen.done("correspondence.closed-now");
  }

  public String reopen() {
    closings.reopen(reader.get(), screen.getId(), screen.getSeen(), reason);
    return screen.done("correspondence.reopened");
  }

  public String enterCircuit() {
    closings.enterCircuit(reader.get(), screen.getId(), screen.getSeen(), reason);
    return screen.done("correspondence.entered-circuit");
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
