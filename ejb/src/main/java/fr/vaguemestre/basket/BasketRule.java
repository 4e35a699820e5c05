package fr.vaguemestre.basket;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Statement;
import java.time.LocalDate;

/**
 * What a basket holds: a tree of conditions, on open letters only or on closed ones too, on those
 * in quarantine only when it speaks of them. Written as JSON: {@code
 * {"closed":false,"rule":{"all":[{"is":"TO_ME"},{"is":"STATE","of":["TO_PROCESS"]}]}}}.
 */
public record BasketRule(RuleNode root, boolean closed) {
  static BasketRule parse(String json) {
    return RuleJson.parse(json);
  }

  String json() {
    return RuleJson.write(this);
  }

  /**
   * @throws Refusal on the field {@code rule}: at most 6 levels, 60 nodes and 50 values each
   */
  void check() {
    RuleJson.check(root);
  }

  /**
   * The rule for this reader on that day, as a condition on {@code correspondence c}; visibility is
   * added by whoever reads.
   */
  public Statement condition(Reader reader, LocalDate today) {
    return sql(closed ? "(true and" : "(not c.closed and")
        .add(root.speaksOf(Criterion.QUARANTINED) ? "" : "not " + RuleSql.QUARANTINED + " and")
        .add(RuleSql.condition(root, reader, today))
        .add(")");
  }
}
