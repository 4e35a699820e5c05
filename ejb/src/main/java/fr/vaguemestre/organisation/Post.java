package fr.vaguemestre.organisation;

import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** An agent's place in a unit; one of them is the main one. */
@Entity
public class Post extends Owned {
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "agent_id")
  private Agent agent;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "unit_id")
  private Unit unit;

  @Enumerated(EnumType.STRING)
  private Function function;

  private boolean main;

  protected Post() {}

  Post(Agent agent, Unit unit, Function function, boolean main) {
    this.agent = agent;
    this.unit = unit;
    this.function = function;
    this.main = main;
  }

  public Unit unit() {
    return unit;
  }

  public Function function() {
    return function;
  }

  public boolean main() {
    return main;
  }
}
