package fr.vaguemestre.web.circuit;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.circuit.CircuitDraft;
import fr.vaguemestre.circuit.CircuitDrafts;
import fr.vaguemestre.circuit.DraftEdits;
import fr.vaguemestre.circuit.State;
import fr.vaguemestre.circuit.StateWish;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;

/** admin/circuit-state.xhtml: {@code code} of a state of the draft, none for a new one. */
@Named
@ViewScoped
public class CircuitStateScreen implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String DRAFT = "/admin/circuit-draft.xhtml?faces-redirect=true";

  @Inject transient HttpServletRequest request;
  @Inject CircuitDrafts drafts;
  @Inject DraftEdits edits;
  @Inject CurrentReader reader;
  @Inject Told told;
  private Long seen;
  private int ways;
  private String code;
  private String label;
  private String citizenLabel;
  private String tone = "plain";
  private String icon;
  private boolean initial;
  private boolean closed;
  private boolean inCircuit = true;
  private int position;

  @PostConstruct
  void read() {
    var draft = drafts.get(reader.get());
    var wanted = request.getParameter("code");
    if (wanted == null) {
      position = draft.parts().stream().mapToInt(CircuitDraft.Part::position).max().orElse(0) + 10;
      return;
    }
    var part =
        draft.parts().stream()
            .filter(p -> p.state().code().equals(wanted))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    var state = part.state();
    seen = part.seen();
    position = part.position();
    code = state.code();
    label = state.label();
    citizenLabel = state.citizenLabel();
    tone = state.tone();
    icon = state.icon();
    initial = state.initial();
    closed = state.closed();
    inCircuit = state.inCircuit();
    ways =
        (int)
            draft.transitions().stream()
                .filter(w -> w.from().equals(code) || w.to().equals(code))
                .count();
  }

  public String save() {
    edits.saveState(
        reader.get(),
        new StateWish(code, label, citizenLabel, tone, icon, initial, closed, inCircuit, position),
        seen);
    told.done("circuit.state.saved", label);
    return DRAFT;
  }

  public String remove() {
    edits.removeState(reader.get(), code, seen);
    told.done("circuit.state.removed", label);
    return DRAFT;
  }

  public List<String> getTones() {
    return State.TONES;
  }

  public List<String> getIcons() {
    return State.ICONS;
  }

  public boolean isNew() {
    return seen == null;
  }

  /** How many transitions go with it when it is removed. */
  public int getWays() {
    return ways;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public String getCitizenLabel() {
    return citizenLabel;
  }

  public void setCitizenLabel(String citizenLabel) {
    this.citizenLabel = citizenLabel;
  }

  public String getTone() {
    return tone;
  }

  public void setTone(String tone) {
    this.tone = tone;
  }

  public String getIcon() {
    return icon;
  }

  public void setIcon(String icon) {
    this.icon = icon;
  }

  public boolean isInitial() {
    return initial;
  }

  public void setInitial(boolean initial) {
    this.initial = initial;
  }

  public boolean isClosed() {
    return closed;
  }

  public void setClosed(boolean closed) {
    this.closed = closed;
  }

  public boolean isInCircuit() {
    return inCircuit;
  }

  public void setInCircuit(boolean inCircuit) {
    this.inCircuit = inCircuit;
  }

  public int getPosition() {
    return position;
  }

  public void setPosition(int position) {
    this.position = position;
  }
}
