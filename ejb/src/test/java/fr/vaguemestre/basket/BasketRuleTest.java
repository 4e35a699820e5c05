package fr.vaguemestre.basket;

import static fr.vaguemestre.basket.RuleNode.all;
import static fr.vaguemestre.basket.RuleNode.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.Refusal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ORG4: a rule is a bounded tree, read strictly, and becomes SQL with its values beside it. */
class BasketRuleTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Reader READER =
      new Reader(
          1, 7, "a", "A", null, null, 0, Set.of(1L), Set.of(1L, 2L), Map.of(), Set.of("a7", "u1"));

  @Test
  void org4_a_rule_is_read_as_it_was_written() {
    var rule =
        new BasketRule(
            all(
                is(Criterion.TO_ME),
                new RuleNode.Not(is(Criterion.STATE, "TO_SEND", "CLOSED")),
                new RuleNode.Any(List.of(is(Criterion.LATE), is(Criterion.DUE_WITHIN, "5")))),
            true);
    assertThat(BasketRule.parse(rule.json())).isEqualTo(rule);
    assertThat(rule.json())
        .isEqualTo(
            "{\"closed\":true,\"rule\":{\"all\":[{\"is\":\"TO_ME\"},{\"not\":{\"is\":\"STATE\",\"of\":[\"TO_SEND\",\"CLOSED\"]}},"
                + "{\"any\":[{\"is\":\"LATE\"},{\"is\":\"DUE_WITHIN\",\"of\":[\"5\"]}]}]}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"rule\":null}",
        "{\"rule\":{}}",
        "{\"rule\":[]}",
        "{\"rule\":{\"is\":\"NOTHING\"}}",
        "{\"rule\":{\"is\":5}}",
        "{\"rule\":{\"is\":\"STATE\",\"of\":\"TO_SEND\"}}",
        "{\"rule\":{\"is\":\"STATE\",\"of\":[1]}}",
        "{\"rule\":{\"is\":\"STATE\",\"of\":[null]}}",
        "{\"rule\":{\"is\":\"LATE\",\"sql\":\"true\"}}",
        "{\"rule\":{\"all\":{}}}",
        "{\"rule\":{\"all\":[[]]}}",
        "{\"rule\":{\"all\":[null]}}",
        "{\"rule\":{\"not\":[]}}",
        "{\"rule\":{\"all\":[],\"any\":[]}}",
        "{\"rule\":{\"is\":\"LATE\"},\"more\":1}",
        "{\"rule\":{\"is\":\"LATE\"}",
      })
  void org4_json_that_is_no_rule_is_refused(String json) {
    assertRefused(() -> BasketRule.parse(json), "basket.rule-malformed");
  }

  @Test
  void org4_json_too_deep_or_too_long_is_refused_before_it_is_parsed() {
    var deep = "{\"rule\":" + "{\"not\":".repeat(100_000) + "{}" + "}".repeat(100_001);
    assertRefused(() -> BasketRule.parse(deep), "basket.rule-malformed");
    var bracketed = "{\"rule\":" + "[".repeat(3900) + "]".repeat(3900) + "}";
    assertThat(bracketed.length()).isLessThan(RuleJson.LONGEST);
    assertRefused(() -> BasketRule.parse(bracketed), "basket.rule-malformed");
    assertRefused(() -> BasketRule.parse(null), "basket.rule-malformed");
  }

  @Test
  void org4_a_tree_is_bounded_in_depth_and_size() {
    assertThatCode(() -> nested(RuleJson.DEEPEST).check()).doesNotThrowAnyException();
    assertThat(BasketRule.parse(nested(RuleJson.DEEPEST).json()))
        .isEqualTo(nested(RuleJson.DEEPEST));
    assertRefused(() -> nested(RuleJson.DEEPEST + 1).check(), "basket.rule-too-deep");
    assertRefused(() -> wide(RuleJson.MOST_NODES).check(), "basket.rule-too-large");
    assertThatCode(() -> wide(RuleJson.MOST_NODES - 1).check()).doesNotThrowAnyException();
  }

  @Test
  void org4_a_condition_has_what_it_compares_with() {
    assertRefused(() -> of(is(Criterion.STATE)).check(), "basket.rule-nothing-chosen");
    assertRefused(() -> of(is(Criterion.STATE, " ")).check(), "basket.rule-malformed");
    assertRefused(() -> of(is(Criterion.STATE, "a\0b")).check(), "basket.rule-malformed");
    assertRefused(() -> of(is(Criterion.LATE, "x")).check(), "basket.rule-malformed");
    for (var days : List.of("", "-1", "1.5", "3651", "99999999999999999999", "1 or true")) {
      assertRefused(() -> of(is(Criterion.DUE_WITHIN, days)).check(), "basket.rule-days");
    }
    assertRefused(() -> of(is(Criterion.DUE_WITHIN)).check(), "basket.rule-days");
    assertRefused(
        () -> of(new RuleNode.Test(Criterion.TYPE, Collections.nCopies(51, "X"))).check(),
        "basket.rule-too-many-values");
    assertRefused(() -> of(all()).check(), "basket.rule-empty-group");
    assertRefused(
        () -> of(new RuleNode.Not(new RuleNode.Any(List.of()))).check(), "basket.rule-empty-group");
  }

  @ParameterizedTest
  @EnumSource(Criterion.class)
  void org4_no_value_is_pasted_into_the_text(Criterion criterion) {
    var hostile = "5'); drop table correspondence; --";
    var test =
        switch (criterion.operand()) {
          case NONE -> is(criterion);
          case DAYS -> is(criterion, "5");
          default -> is(criterion, hostile);
        };
    var text = of(test).condition(READER, TODAY).toString();
    assertThat(text).startsWith("(not c.closed and").doesNotContain("drop", "2026-11-2");
    assertThat(new BasketRule(test, true).condition(READER, TODAY).toString())
        .doesNotContain("not c.closed");
  }

  @Test
  void org4_groups_keep_their_brackets_and_nothing_is_its_own_contrary() {
    var text =
        of(new RuleNode.Not(
                new RuleNode.Any(
                    List.of(
                        is(Criterion.CONFIDENTIAL),
                        all(is(Criterion.LATE), is(Criterion.CLOSED))))))
            .condition(READER, TODAY)
            .toString();
    assertThat(text)
        .isEqualTo(
            "(not c.closed and not "
                + RuleSql.QUARANTINED
                + " and ( ( c.confidential or ( c.due < ? and c.closed ) ) ) is not true )");
  }

  private static BasketRule of(RuleNode root) {
    return new BasketRule(root, false);
  }

  private static BasketRule nested(int depth) {
    var node = is(Criterion.STATE, "X");
    for (int i = 0; i < depth; i++) {
      node = i % 2 == 0 ? all(node) : new RuleNode.Not(node);
    }
    return of(node);
  }

  private static BasketRule wide(int parts) {
    return of(
        new RuleNode.Any(IntStream.range(0, parts).mapToObj(i -> is(Criterion.LATE)).toList()));
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String key) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
  }

  @Test
  void SVE_9_what_is_in_quarantine_is_in_no_basket_but_those_that_speak_of_it() {
    for (var root :
        List.of(
            is(Criterion.QUARANTINED),
            all(is(Criterion.TO_ME), is(Criterion.QUARANTINED)),
            new RuleNode.Any(List.of(new RuleNode.Not(is(Criterion.QUARANTINED)))))) {
      assertThat(new BasketRule(root, true).condition(READER, TODAY).toString())
          .doesNotContain("not " + RuleSql.QUARANTINED + " and");
    }
    assertThat(new BasketRule(is(Criterion.CLOSED), true).condition(READER, TODAY).toString())
        .startsWith("(true and not " + RuleSql.QUARANTINED + " and");
  }
}
