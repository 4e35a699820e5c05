package fr.vaguemestre.basket;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.correspondence.Category;
import fr.vaguemestre.correspondence.Channel;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Whether what a rule compares with exists in the town: a misspelt code would hold nothing. */
@Stateless
public class RuleCodes {
  @Inject Database database;

  /**
   * @throws Refusal on the field {@code rule}, naming the first code that is unknown
   */
  public void check(RuleNode node) {
    switch (node) {
      case RuleNode.All all -> all.of().forEach(this::check);
      case RuleNode.Any any -> any.of().forEach(this::check);
      case RuleNode.Not not -> check(not.of());
      case RuleNode.Test test ->
          unknown(test).stream()
              .findFirst()
              .ifPresent(
                  code -> {
                    throw Refusal.field("rule", "basket.rule-unknown-code", code);
                  });
    }
  }

  private List<String> unknown(RuleNode.Test test) {
    var of = test.of();
    return switch (test.is().operand()) {
      case NONE, DAYS, TAG -> List.of();
      case CATEGORY -> missing(of, Category.values());
      case CHANNEL -> missing(of, Channel.values());
      case STATE -> missing(of, "circuit_state", "code");
      case TYPE -> missing(of, "document_type", "code");
      case PRIORITY -> missing(of, "priority", "code");
      case UNIT -> missing(of, "unit", "code");
      case AGENT -> missing(of, "agent", "login");
    };
  }

  private static List<String> missing(List<String> given, Enum<?>[] known) {
    var names = Stream.of(known).map(Enum::name).toList();
    return given.stream().filter(g -> !names.contains(g)).toList();
  }

  private List<String> missing(List<String> given, String table, String column) {
    return database.list(
        sql(
            "select g.code from unnest(?) as g (code) where not exists (select 1 from "
                + table
                + " t where t."
                + column
                + " = g.code)",
            given),
        row -> row.text("code"));
  }
}
