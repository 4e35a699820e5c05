package fr.vaguemestre.web.basket;

import fr.vaguemestre.basket.Criterion;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a rule while it is being made: a group, whose parts are the lines below it one step
 * deeper, or one condition.
 */
public class RuleRow implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How the parts of a group are joined. */
  public enum Join {
    ALL,
    ANY,
    NONE,
    NOT_ALL
  }

  private final int depth;
  private Join join;
  private boolean negated;
  private Criterion criterion = Criterion.TO_ME;
  private List<String> codes = new ArrayList<>();
  private List<String> names = new ArrayList<>();
  private String days;

  private RuleRow(int depth) {
    this.depth = depth;
  }

  static RuleRow group(int depth, Join join) {
    var row = new RuleRow(depth);
    row.join = join;
    return row;
  }

  static RuleRow test(int depth, boolean negated, Criterion criterion) {
    var row = new RuleRow(depth);
    row.negated = negated;
    row.criterion = criterion;
    return row;
  }

  public boolean isGroup() {
    return join != null;
  }

  public int getDepth() {
    return depth;
  }

  public Join getJoin() {
    return join;
  }

  public void setJoin(Join join) {
    this.join = join;
  }

  public boolean isNegated() {
    return negated;
  }

  public void setNegated(boolean negated) {
    this.negated = negated;
  }

  public Criterion getCriterion() {
    return criterion;
  }

  public void setCriterion(Criterion criterion) {
    this.criterion = criterion;
  }

  /** Another criterion was chosen: it compares with other things. */
  public void forget() {
    codes = new ArrayList<>();
    names = new ArrayList<>();
    days = null;
  }

  /** Codes chosen in a list. */
  public List<String> getCodes() {
    return codes;
  }

  public void setCodes(List<String> codes) {
    this.codes = codes;
  }

  /** Units, agents or tags as they are written in the field that suggests them. */
  public List<String> getNames() {
    return names;
  }

  public void setNames(List<String> names) {
    this.names = names;
  }

  public String getDays() {
    return days;
  }

  public void setDays(String days) {
    this.days = days;
  }
}
