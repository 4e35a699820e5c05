package fr.vaguemestre.web.circuit;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.circuit.CircuitDrafts;
import fr.vaguemestre.circuit.CircuitTrials;
import fr.vaguemestre.circuit.Circuits;
import fr.vaguemestre.circuit.Condition;
import fr.vaguemestre.circuit.State;
import fr.vaguemestre.circuit.Who;
import fr.vaguemestre.web.organisation.Addressees;
import fr.vaguemestre.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** admin/circuit-try.xhtml: {@code of=draft} tries the version in preparation. */
@Named
@ViewScoped
public class CircuitTryScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient HttpServletRequest request;
  @Inject Circuits circuits;
  @Inject CircuitDrafts drafts;
  @Inject CircuitTrials trials;
  @Inject Addressees addressees;
  @Inject CurrentReader reader;
  @Inject Texts texts;
  private boolean draft;
  private List<State> states;
  private String agent;
  private String state;
  private String unit;
  private String type;
  private boolean confidential;
  private boolean inCharge;
  private List<String> awaited = new ArrayList<>();
  private List<String> holding = new ArrayList<>();
  private List<Line> lines;
  private String name;
  private boolean sees;

  /** An action of the state: whether it would be offered, else why not, in words. */
  public record Line(String label, String to, boolean open, String why) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  @PostConstruct
  void read() {
    draft = "draft".equals(request.getParameter("of"));
    var prepared = drafts.find(reader.get());
    states =
        draft && prepared.isPresent()
            ? prepared.get().states()
            : List.copyOf(circuits.inForce(Circuits.INCOMING).states());
    draft = draft && prepared.isPresent();
  }

  public void tryIt() {
    lines = null;
    var trial =
        trials.tried(
            reader.get(),
            draft,
            new CircuitTrials.Wish(
                addressees.agent("agent", agent),
                state,
                addressees.unit("unit", unit),
                type,
                confidential,
                inCharge,
                awaited.stream().map(Who::valueOf).collect(Collectors.toSet()),
                holding.stream().map(Condition::valueOf).collect(Collectors.toSet())));
    name = trial.name();
    sees = trial.sees();
    lines = trial.answers().stream().map(this::line).toList();
  }

  private Line line(CircuitTrials.Answer answer) {
    var why =
        answer.obstacle() != null
            ? texts.of("circuit.obstacle." + answer.obstacle(), right(answer))
            : answer.unmet() != null ? texts.get("circuit.condition." + answer.unmet()) : null;
    return new Line(answer.way().label(), answer.to(), answer.open(), why);
  }

  private String right(CircuitTrials.Answer answer) {
    return answer.way().right() == null ? "" : texts.get("access.right." + answer.way().right());
  }

  public boolean isDraft() {
    return draft;
  }

  public List<State> getStates() {
    return states;
  }

  public Condition[] getConditions() {
    return Condition.values();
  }

  public List<Who> getAwaitings() {
    return List.of(Who.CONTRIBUTOR, Who.TASKED, Who.APPROVER);
  }

  /** What would be offered and what not; null before the first try. */
  public List<Line> getLines() {
    return lines;
  }

  public String getName() {
    return name;
  }

  public boolean isSees() {
    return sees;
  }

  public String getAgent() {
    return agent;
  }

  public void setAgent(String agent) {
    this.agent = agent;
  }

  public String getState() {
    return state;
  }

  public void setState(String state) {
    this.state = state;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public boolean isConfidential() {
    return confidential;
  }

  public void setConfidential(boolean confidential) {
    this.confidential = confidential;
  }

  public boolean isInCharge() {
    return inCharge;
  }

  public void setInCharge(boolean inCharge) {
    this.inCharge = inCharge;
  }

  public List<String> getAwaited() {
    return awaited;
  }

  public void setAwaited(List<String> awaited) {
    this.awaited = awaited;
  }

  public List<String> getHolding() {
    return holding;
  }

  public void setHolding(List<String> holding) {
    this.holding = holding;
  }
}
