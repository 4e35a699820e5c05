package fr.vaguemestre.web.approval;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.approval.ChainModel;
import fr.vaguemestre.approval.ChainModels;
import fr.vaguemestre.approval.Chains;
import fr.vaguemestre.approval.Restart;
import fr.vaguemestre.web.organisation.Addressees;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;

/** admin/chains.xhtml: chains predefined, and what a corrected reply goes through again. */
@Named
@RequestScoped
public class ChainsScreen {
  @Inject ChainModels models;
  @Inject Chains chains;
  @Inject Addressees addressees;
  @Inject CurrentReader reader;
  @Inject Told told;
  private List<ChainModel> all;
  private Restart restart;

  @PostConstruct
  void read() {
    all = models.managed(reader.get());
    restart = chains.restart();
  }

  public List<ChainModel> getAll() {
    return all;
  }

  /** Who, in their order. */
  public String people(ChainModel model) {
    return model.steps().stream()
        .map(step -> addressees.agentName(step.agent()))
        .collect(Collectors.joining(" → "));
  }

  public boolean isTown() {
    return reader.get().may(Right.ADMIN_CIRCUITS, null);
  }

  public Restart[] getRestarts() {
    return Restart.values();
  }

  public String save() {
    chains.restart(reader.get(), restart);
    told.done("approval.restart.saved");
    return "/admin/chains.xhtml?faces-redirect=true";
  }

  public Restart getRestart() {
    return restart;
  }

  public void setRestart(Restart restart) {
    this.restart = restart;
  }
}
