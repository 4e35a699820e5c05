package fr.vaguemestre.web.circuit;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.circuit.CircuitView;
import fr.vaguemestre.circuit.Circuits;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** admin/circuits.xhtml */
@Named
@RequestScoped
public class CircuitScreen {
  @Inject Circuits circuits;
  @Inject CurrentReader reader;
  private CircuitView circuit;

  @PostConstruct
  void read() {
    circuit = circuits.view(reader.get());
  }

  public CircuitView getCircuit() {
    return circuit;
  }
}
