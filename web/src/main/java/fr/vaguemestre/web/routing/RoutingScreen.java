package fr.vaguemestre.web.routing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.routing.Routings;
import fr.vaguemestre.web.correspondence.LetterScreen;
import fr.vaguemestre.web.organisation.Addressees;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Redirecting, taking charge, putting in copy: forms of the letter page. */
@Named
@RequestScoped
public class RoutingScreen {
  @Inject Routings routings;
  @Inject Addressees addressees;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  private String to;
  private String reason;

  public String redirect() {
    var whom = addressees.find("to", to);
    routings.redirect(
        reader.get(), screen.getId(), screen.getSeen(), whom.unit(), whom.agent(), reason);
    return screen.done("routing.redirected", whom.name());
  }

  public String takeCharge() {
    routings.takeCharge(reader.get(), screen.getId(), screen.getSeen());
    return screen.done("routing.taken");
  }

  public String copy() {
    var whom = addressees.find("to", to);
    routings.copy(reader.get(), screen.getId(), screen.getSeen(), whom.unit(), whom.agent());
    return screen.done("routing.copied", whom.name());
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
