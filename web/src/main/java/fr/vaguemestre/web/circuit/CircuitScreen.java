package fr.vaguemestre.web.circuit;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.circuit.CircuitDrafts;
import fr.vaguemestre.circuit.CircuitView;
import fr.vaguemestre.circuit.Circuits;
import fr.vaguemestre.web.shell.Numbers;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** admin/circuits.xhtml: {@code version} is the number of a published one, none for the last. */
@Named
@RequestScoped
public class CircuitScreen {
  @Inject HttpServletRequest request;
  @Inject Circuits circuits;
  @Inject CircuitDrafts drafts;
  @Inject CurrentReader reader;
  private CircuitView circuit;
  private CircuitDrawing drawing;

  @PostConstruct
  void read() {
    circuit = circuits.view(reader.get(), Numbers.of(request.getParameter("version")));
    drawing = CircuitDrawing.of(circuit);
  }

  /** Begins a version as a copy of this one, or goes on with the one that is being prepared. */
  public String begin() {
    drafts.begin(reader.get(), circuit.number());
    return "/admin/circuit-draft.xhtml?faces-redirect=true";
  }

  public boolean isEditor() {
    return reader.get().may(Right.ADMIN_CIRCUITS, null);
  }

  public boolean isPreparing() {
    return drafts.find(reader.get()).isPresent();
  }

  public List<Circuits.Line> getVersions() {
    return circuits.versions(reader.get());
  }

  public CircuitView getCircuit() {
    return circuit;
  }

  public CircuitDrawing getDrawing() {
    return drawing;
  }
}
