package fr.vaguemestre.web.circuit;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.CircuitDraft;
import fr.vaguemestre.circuit.CircuitDrafts;
import fr.vaguemestre.circuit.Condition;
import fr.vaguemestre.circuit.DraftEdits;
import fr.vaguemestre.circuit.Effect;
import fr.vaguemestre.circuit.Requirement;
import fr.vaguemestre.circuit.State;
import fr.vaguemestre.circuit.Transition;
import fr.vaguemestre.circuit.Who;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.shell.Numbers;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;

/**
 * admin/circuit-way.xhtml: {@code id} of a transition of the draft, or {@code from} (a state) for a
 * new one.
 */
@Named
@ViewScoped
public class CircuitWayScreen implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String DRAFT = "/admin/circuit-draft.xhtml?faces-redirect=true";

  @Inject transient HttpServletRequest request;
  @Inject CircuitDrafts drafts;
  @Inject DraftEdits edits;
  @Inject CurrentReader reader;
  @Inject Told told;
  private final WayForm form = new WayForm();
  private Long id;
  private Long seen;
  private List<State> states;

  @PostConstruct
  void read() {
    var draft = drafts.get(reader.get());
    states = draft.states();
    id = Numbers.row(request.getParameter("id"));
    if (id == null) {
      form.setFrom(request.getParameter("from"));
      form.setTo(form.getFrom());
      form.setPosition(
          draft.ways().stream().mapToInt(CircuitDraft.Way::position).max().orElse(0) + 10);
      return;
    }
    var way =
        draft.ways().stream().filter(w -> w.id() == id).findFirst().orElseThrow(Refusal::notFound);
    seen = way.seen();
    form.show(way.way(), way.position());
  }

  public String save() {
    edits.saveWay(reader.get(), form.wish(), id, seen);
    told.done("circuit.way.saved", form.getLabel());
    return DRAFT;
  }

  public String remove() {
    edits.removeWay(reader.get(), id, seen);
    told.done("circuit.way.removed", form.getLabel());
    return DRAFT;
  }

  public List<State> getStates() {
    return states;
  }

  public boolean isNew() {
    return id == null;
  }

  public WayForm getForm() {
    return form;
  }

  public Action[] getActions() {
    return Action.values();
  }

  public Right[] getRights() {
    return Right.values();
  }

  public Who[] getWhos() {
    return Who.values();
  }

  public Condition[] getConditions() {
    return Condition.values();
  }

  public Effect[] getEffects() {
    return Effect.values();
  }

  public Requirement[] getRequirements() {
    return Requirement.values();
  }

  public Transition.Prominence[] getProminences() {
    return Transition.Prominence.values();
  }
}
