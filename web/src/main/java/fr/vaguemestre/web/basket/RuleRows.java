package fr.vaguemestre.web.basket;

import fr.vaguemestre.basket.Criterion.Operand;
import fr.vaguemestre.basket.RuleNode;
import fr.vaguemestre.web.basket.RuleRow.Join;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/** A rule's tree as lines and back: each group is followed by its parts, one step deeper. */
final class RuleRows {
  private RuleRows() {}

  /**
   * @param written how a code of an operand is written in its field
   */
  static List<RuleRow> of(RuleNode root, BiFunction<Operand, String, String> written) {
    var rows = new ArrayList<RuleRow>();
    var whole = isGroup(root) ? root : new RuleNode.All(List.of(root));
    add(rows, whole, 0, written);
    return rows;
  }

  /**
   * @param code the code of what is written in a field
   */
  static RuleNode tree(List<RuleRow> rows, BiFunction<Operand, String, String> code) {
    return node(rows, 0, code);
  }

  /** The line after the group's last part. */
  static int end(List<RuleRow> rows, int group) {
    int at = group + 1;
    while (at < rows.size() && rows.get(at).getDepth() > rows.get(group).getDepth()) {
      at++;
    }
    return at;
  }

  private static void add(
      List<RuleRow> rows, RuleNode node, int depth, BiFunction<Operand, String, String> written) {
    switch (node) {
      case RuleNode.All all -> group(rows, Join.ALL, all.of(), depth, written);
      case RuleNode.Any any -> group(rows, Join.ANY, any.of(), depth, written);
      case RuleNode.Test test -> rows.add(test(test, false, depth, written));
      case RuleNode.Not not -> {
        switch (not.of()) {
          case RuleNode.All all -> group(rows, Join.NOT_ALL, all.of(), depth, written);
          case RuleNode.Any any -> group(rows, Join.NONE, any.of(), depth, written);
          case RuleNode.Test test -> rows.add(test(test, true, depth, written));
          case RuleNode.Not twice -> add(rows, twice.of(), depth, written);
        }
      }
    }
  }

  private static void group(
      List<RuleRow> rows,
      Join join,
      List<RuleNode> parts,
      int depth,
      BiFunction<Operand, String, String> written) {
    rows.add(RuleRow.group(depth, join));
    parts.forEach(part -> add(rows, part, depth + 1, written));
  }

  private static RuleRow test(
      RuleNode.Test test, boolean negated, int depth, BiFunction<Operand, String, String> written) {
    var row = RuleRow.test(depth, negated, test.is());
    switch (test.is().operand()) {
      case NONE -> {}
      case DAYS -> row.setDays(test.of().getFirst());
      case UNIT, AGENT, TAG ->
          row.setNames(
              new ArrayList<>(
                  test.of().stream().map(c -> written.apply(test.is().operand(), c)).toList()));
      default -> row.setCodes(new ArrayList<>(test.of()));
    }
    return row;
  }

  private static RuleNode node(
      List<RuleRow> rows, int at, BiFunction<Operand, String, String> code) {
    var row = rows.get(at);
    if (!row.isGroup()) {
      var test = new RuleNode.Test(row.getCriterion(), values(row, code));
      return row.isNegated() ? new RuleNode.Not(test) : test;
    }
    var parts = new ArrayList<RuleNode>();
    for (int part = at + 1; part < end(rows, at); part = end(rows, part)) {
      parts.add(node(rows, part, code));
    }
    return switch (row.getJoin()) {
      case ALL -> new RuleNode.All(parts);
      case ANY -> new RuleNode.Any(parts);
      case NONE -> new RuleNode.Not(new RuleNode.Any(parts));
      case NOT_ALL -> new RuleNode.Not(new RuleNode.All(parts));
    };
  }

  private static List<String> values(RuleRow row, BiFunction<Operand, String, String> code) {
    var operand = row.getCriterion().operand();
    return switch (operand) {
      case NONE -> List.of();
      case DAYS -> List.of(Objects.toString(row.getDays(), "").strip());
      case UNIT, AGENT, TAG ->
          given(row.getNames()).stream().map(n -> code.apply(operand, n)).toList();
      default -> given(row.getCodes());
    };
  }

  private static List<String> given(List<String> chosen) {
    return chosen == null ? List.of() : List.copyOf(chosen);
  }

  private static boolean isGroup(RuleNode node) {
    return switch (node) {
      case RuleNode.All all -> true;
      case RuleNode.Any any -> true;
      case RuleNode.Test test -> false;
      case RuleNode.Not not ->
          not.of() instanceof RuleNode.Not twice ? isGroup(twice.of()) : isGroup(not.of());
    };
  }
}
