package fr.vaguemestre.circuit;

import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a circuit says from one publication on; letters under way stay on the version they began
 * with.
 */
@Entity
@Table(name = "circuit_version")
public class CircuitVersion extends Owned {
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "circuit_id")
  private Circuit circuit;

  private int number;

  @Column(name = "published_at")
  private Instant publishedAt;

  @OneToMany(mappedBy = "circuitVersion", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
  @OrderBy("position")
  private List<State> states = new ArrayList<>();

  @OneToMany(mappedBy = "circuitVersion", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
  @OrderBy("position")
  private List<Transition> transitions = new ArrayList<>();

  protected CircuitVersion() {}

  CircuitVersion(Circuit circuit, int number, Instant publishedAt) {
    this.circuit = circuit;
    this.number = number;
    this.publishedAt = publishedAt;
  }

  void add(State state) {
    state.belong(this, states.size());
    states.add(state);
  }

  void add(Transition transition) {
    transition.belong(this, transitions.size());
    transitions.add(transition);
  }

  public State initial() {
    return states.stream().filter(State::initial).findFirst().orElseThrow();
  }

  /** Where a politically sensitive letter waits until it is put into the circuit (O4). */
  public Optional<State> outside() {
    return states.stream().filter(s -> !s.inCircuit()).findFirst();
  }

  /** Where a letter stands that was qualified as it was registered. */
  public State qualified() {
    return from(initial().code()).stream()
        .filter(t -> t.action() == Action.QUALIFY)
        .findFirst()
        .map(t -> state(t.to()))
        .orElseGet(this::initial);
  }

  public State state(String code) {
    return states.stream().filter(s -> s.code().equals(code)).findFirst().orElseThrow();
  }

  /** The transitions that leave a state, in their order. */
  public List<Transition> from(String state) {
    return transitions.stream().filter(t -> t.from().equals(state)).toList();
  }

  public List<State> states() {
    return List.copyOf(states);
  }

  public Instant publishedAt() {
    return publishedAt;
  }

  public int number() {
    return number;
  }

  public Circuit circuit() {
    return circuit;
  }
}
