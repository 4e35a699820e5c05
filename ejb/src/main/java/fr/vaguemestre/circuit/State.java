package fr.vaguemestre.circuit;

import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Where a letter stands, in the agents' words and in the citizen's. */
@Entity
@Table(name = "circuit_state")
public class State extends Owned {
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "circuit_version_id")
  private CircuitVersion circuitVersion;

  private String code;
  private String label;

  @Column(name = "citizen_label")
  private String citizenLabel;

  private String tone;
  private boolean initial;
  private boolean closed;

  @Column(name = "in_circuit")
  private boolean inCircuit;

  private int position;

  protected State() {}

  /**
   * @param tone the colour by meaning: {@code info}, {@code soon}, {@code done} or {@code plain}
   */
  State(
      String code,
      String label,
      String citizenLabel,
      String tone,
      boolean initial,
      boolean closed,
      boolean inCircuit) {
    this.code = code;
    this.label = label;
    this.citizenLabel = citizenLabel;
    this.tone = tone;
    this.initial = initial;
    this.closed = closed;
    this.inCircuit = inCircuit;
  }

  void belong(CircuitVersion to, int at) {
    this.circuitVersion = to;
    this.position = at;
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  public String citizenLabel() {
    return citizenLabel;
  }

  public String tone() {
    return tone;
  }

  public boolean initial() {
    return initial;
  }

  public boolean closed() {
    return closed;
  }

  public boolean inCircuit() {
    return inCircuit;
  }
}
