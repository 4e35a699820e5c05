package fr.vaguemestre.circuit;

import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * One way from a state to another: by which action, for whom, with which right, on which condition.
 */
@Entity
@Table(name = "circuit_transition")
public class Transition extends Owned {
  /**
   * How a transition is shown: the one primary button, a likely one, under "Plus…", or not at all.
   */
  public enum Prominence {
    PRIMARY,
    LIKELY,
    MORE,
    HIDDEN
  }

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "circuit_version_id")
  private CircuitVersion circuitVersion;

  @Enumerated(EnumType.STRING)
  private Action action;

  @Column(name = "from_state")
  private String from;

  @Column(name = "to_state")
  private String to;

  @Enumerated(EnumType.STRING)
  private Right granted;

  @Enumerated(EnumType.STRING)
  private Who who;

  @Enumerated(EnumType.STRING)
  private Condition condition;

  private String label;

  @Enumerated(EnumType.STRING)
  private Prominence prominence;

  private int position;

  protected Transition() {}

  Transition(
      Action action,
      String from,
      String to,
      Right granted,
      Who who,
      Condition condition,
      String label,
      Prominence prominence) {
    this.action = action;
    this.from = from;
    this.to = to;
    this.granted = granted;
    this.who = who;
    this.condition = condition;
    this.label = label;
    this.prominence = prominence;
  }

  void belong(CircuitVersion version, int at) {
    this.circuitVersion = version;
    this.position = at;
  }

  public Action action() {
    return action;
  }

  public String from() {
    return from;
  }

  public String to() {
    return to;
  }

  /** The right it takes; null when seeing the letter is enough. */
  public Right right() {
    return granted;
  }

  public Who who() {
    return who;
  }

  public Condition condition() {
    return condition;
  }

  public String label() {
    return label;
  }

  public Prominence prominence() {
    return prominence;
  }
}
