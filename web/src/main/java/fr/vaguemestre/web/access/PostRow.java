package fr.vaguemestre.web.access;

import fr.vaguemestre.organisation.AgentWish;
import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.web.organisation.Addressed;
import java.io.Serializable;

/** A line of an agent's posts while it is being edited. */
public class PostRow implements Serializable {
  private static final long serialVersionUID = 1L;

  private String unit;
  private Function function = Function.AGENT;
  private boolean main;

  static PostRow of(AgentWish.Place place, String unitLabel) {
    var row = new PostRow();
    row.unit = Addressed.written(unitLabel, true, place.unit());
    row.function = place.function();
    row.main = place.main();
    return row;
  }

  AgentWish.Place place() {
    return new AgentWish.Place(Addressed.code(unit), function, main);
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public Function getFunction() {
    return function;
  }

  public void setFunction(Function function) {
    this.function = function;
  }

  public boolean isMain() {
    return main;
  }

  public void setMain(boolean main) {
    this.main = main;
  }
}
