package fr.vaguemestre.web.basket;

import static fr.vaguemestre.basket.RuleNode.all;
import static fr.vaguemestre.basket.RuleNode.is;
import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.basket.Criterion;
import fr.vaguemestre.basket.RuleNode;
import fr.vaguemestre.web.basket.RuleRow.Join;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ORG4: what the screen shows of a rule is the rule. */
class RuleRowsTest {
  @Test
  void org4_a_rule_survives_the_screen() {
    var rule =
        all(
            is(Criterion.TO_ME),
            new RuleNode.Not(is(Criterion.STATE, "TO_SEND")),
            new RuleNode.Any(
                List.of(
                    is(Criterion.DUE_WITHIN, "5"),
                    new RuleNode.Not(all(is(Criterion.UNIT_IS, "VOI"), is(Criterion.TAG, "x"))),
                    new RuleNode.Not(new RuleNode.Any(List.of(is(Criterion.LATE)))))),
            is(Criterion.CONFIDENTIAL));
    var rows = RuleRows.of(rule, (operand, code) -> "Nom (" + code + ")");
    assertThat(rows).extracting(RuleRow::getDepth).containsExactly(0, 1, 1, 1, 2, 2, 3, 3, 2, 3, 1);
    assertThat(rows)
        .extracting(RuleRow::getJoin)
        .containsExactly(
            Join.ALL, null, null, Join.ANY, null, Join.NOT_ALL, null, null, Join.NONE, null, null);
    assertThat(RuleRows.tree(rows, (operand, name) -> name.replaceAll(".*\\(|\\)", "")))
        .isEqualTo(rule);
  }

  @Test
  void org4_a_single_condition_is_shown_in_a_group_and_twice_not_is_nothing() {
    var lone = RuleRows.of(is(Criterion.FOLLOWED), (operand, code) -> code);
    assertThat(RuleRows.tree(lone, (operand, code) -> code)).isEqualTo(all(is(Criterion.FOLLOWED)));
    var twice =
        RuleRows.of(
            new RuleNode.Not(new RuleNode.Not(all(is(Criterion.LATE)))), (operand, code) -> code);
    assertThat(RuleRows.tree(twice, (operand, code) -> code)).isEqualTo(all(is(Criterion.LATE)));
  }

  @Test
  void org4_another_criterion_forgets_what_the_one_before_was_compared_with() {
    var row = RuleRow.test(1, false, Criterion.STATE);
    row.setCodes(List.of("TO_SEND"));
    row.setCriterion(Criterion.TYPE);
    row.forget();
    assertThat(row.getCodes()).isEmpty();
  }

  @Test
  void org4_what_a_field_writes_says_its_code() {
    assertThat(RuleWords.code(Criterion.Operand.UNIT, "Voirie (et réseaux) (VOI)"))
        .isEqualTo("VOI");
    assertThat(RuleWords.code(Criterion.Operand.AGENT, "p.merle")).isEqualTo("p.merle");
    assertThat(RuleWords.code(Criterion.Operand.TAG, "rue (nord)")).isEqualTo("rue (nord)");
  }
}
