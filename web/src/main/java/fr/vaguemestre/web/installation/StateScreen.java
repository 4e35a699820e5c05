package fr.vaguemestre.web.installation;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.installation.SystemState;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/state.xhtml */
@Named
@RequestScoped
public class StateScreen {
  @Inject SystemState state;
  @Inject CurrentReader reader;
  private List<SystemState.Fact> facts;

  @PostConstruct
  void read() {
    facts = state.read(reader.get());
  }

  public List<SystemState.Fact> getFacts() {
    return facts;
  }

  public long getMissing() {
    return facts.stream().filter(f -> f.level() != SystemState.Level.GOOD).count();
  }
}
