package fr.vaguemestre.web.history;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.history.Demand;
import fr.vaguemestre.history.Histories;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The panel of a letter's page: demands of its sender that are followed elsewhere. */
@Named
@RequestScoped
public class DemandsScreen {
  @Inject LetterScreen screen;
  @Inject Histories histories;
  @Inject CurrentReader reader;
  private List<Demand> all;

  public List<Demand> getAll() {
    if (all == null) {
      all = histories.ofSender(reader.get(), screen.getId());
    }
    return all;
  }
}
