package fr.vaguemestre.basket;

import fr.vaguemestre.platform.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules as JSON. A node is an object with one of {@code all}, {@code any} (lists of nodes), {@code
 * not} (a node) or {@code is} (a criterion, with its values in {@code of}). Whatever else is
 * refused: what is kept in the database is read as strictly as what a caller sends.
 */
final class RuleJson {
  static final int LONGEST = 8000;
  static final int DEEPEST = 6;
  static final int MOST_NODES = 60;
  static final int MOST_VALUES = 50;
  static final int LONGEST_VALUE = 80;
  static final int MOST_DAYS = 3650;

  /** Brackets of the outermost object, and two for each level of the tree, its values included. */
  private static final int DEEPEST_BRACKETS = 2 * (DEEPEST + 2);

  private RuleJson() {}

  static BasketRule parse(String json) {
    if (json == null || json.length() > LONGEST || brackets(json) > DEEPEST_BRACKETS) {
      throw malformed();
    }
    try (var reader = Json.createReader(new StringReader(json))) {
      var object = reader.readObject();
      if (!Set.of("closed", "rule").containsAll(object.keySet())) {
        throw malformed();
      }
      return new BasketRule(
          node(object.getJsonObject("rule"), 0), object.getBoolean("closed", false));
    } catch (JsonException | ClassCastException | IllegalArgumentException e) {
      throw malformed();
    }
  }

  static String write(BasketRule rule) {
    return Json.createObjectBuilder()
        .add("closed", rule.closed())
        .add("rule", written(rule.root()))
        .build()
        .toString();
  }

  /**
   * @throws Refusal on the field {@code rule} when it is too deep, too large, or a part of it lacks
   *     what it compares with
   */
  static void check(RuleNode root) {
    if (depth(root) > DEEPEST) {
      throw Refusal.field("rule", "basket.rule-too-deep", DEEPEST);
    }
    if (size(root) > MOST_NODES) {
      throw Refusal.field("rule", "basket.rule-too-large", MOST_NODES);
    }
    checkParts(root);
  }

  private static void checkParts(RuleNode node) {
    switch (node) {
      case RuleNode.All all -> checkGroup(all.of());
      case RuleNode.Any any -> checkGroup(any.of());
      case RuleNode.Not not -> checkParts(not.of());
      case RuleNode.Test test -> checkValues(test);
    }
  }

  private static void checkGroup(List<RuleNode> parts) {
    if (parts.isEmpty()) {
      throw Refusal.field("rule", "basket.rule-empty-group");
    }
    parts.forEach(RuleJson::checkParts);
  }

  private static void checkValues(RuleNode.Test test) {
    var values = test.of();
    switch (test.is().operand()) {
      case NONE -> {
        if (!values.isEmpty()) {
          throw malformed();
        }
      }
      case DAYS -> {
        if (values.size() != 1
            || !values.getFirst().matches("\\d{1,4}")
            || test.days() > MOST_DAYS) {
          throw Refusal.field("rule", "basket.rule-days", MOST_DAYS);
        }
      }
      default -> checkCodes(values);
    }
  }

  private static void checkCodes(List<String> values) {
    if (values.isEmpty()) {
      throw Refusal.field("rule", "basket.rule-nothing-chosen");
    }
    if (values.size() > MOST_VALUES) {
      throw Refusal.field("rule", "basket.rule-too-many-values", MOST_VALUES);
    }
    if (values.stream()
        .anyMatch(v -> v.isBlank() || v.length() > LONGEST_VALUE || v.indexOf('\0') >= 0)) {
      throw malformed();
    }
  }

  private static RuleNode node(JsonObject object, int depth) {
    if (object == null || depth > DEEPEST) {
      throw malformed();
    }
    var keys = object.keySet();
    if (keys.equals(Set.of("all"))) {
      return new RuleNode.All(nodes(object.getJsonArray("all"), depth));
    }
    if (keys.equals(Set.of("any"))) {
      return new RuleNode.Any(nodes(object.getJsonArray("any"), depth));
    }
    if (keys.equals(Set.of("not"))) {
      return new RuleNode.Not(node(object.getJsonObject("not"), depth + 1));
    }
    if (keys.equals(Set.of("is")) || keys.equals(Set.of("is", "of"))) {
      return new RuleNode.Test(
          Criterion.valueOf(object.getString("is")), texts(object.getJsonArray("of")));
    }
    throw malformed();
  }

  private static List<RuleNode> nodes(JsonArray array, int depth) {
    return array.stream().map(v -> node(v.asJsonObject(), depth + 1)).toList();
  }

  private static List<String> texts(JsonArray array) {
    return array == null ? List.of() : array.getValuesAs(JsonString::getString);
  }

  private static JsonObjectBuilder written(RuleNode node) {
    var object = Json.createObjectBuilder();
    return switch (node) {
      case RuleNode.All all -> object.add("all", list(all.of()));
      case RuleNode.Any any -> object.add("any", list(any.of()));
      case RuleNode.Not not -> object.add("not", written(not.of()));
      case RuleNode.Test test ->
          test.of().isEmpty()
              ? object.add("is", test.is().name())
              : object.add("is", test.is().name()).add("of", Json.createArrayBuilder(test.of()));
    };
  }

  private static JsonValue list(List<RuleNode> nodes) {
    var array = Json.createArrayBuilder();
    nodes.forEach(n -> array.add(written(n)));
    return array.build();
  }

  private static int depth(RuleNode node) {
    return parts(node).mapToInt(RuleJson::depth).max().orElse(-1) + 1;
  }

  private static int size(RuleNode node) {
    return 1 + parts(node).mapToInt(RuleJson::size).sum();
  }

  private static Stream<RuleNode> parts(RuleNode node) {
    return switch (node) {
      case RuleNode.All all -> all.of().stream();
      case RuleNode.Any any -> any.of().stream();
      case RuleNode.Not not -> Stream.of(not.of());
      case RuleNode.Test test -> Stream.empty();
    };
  }

  /** Counted before parsing: a parser that recurses must not meet a thousand brackets. */
  private static int brackets(String json) {
    int open = 0;
    int most = 0;
    for (int i = 0; i < json.length(); i++) {
      var c = json.charAt(i);
      open += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      most = Math.max(most, open);
    }
    return most;
  }

  private static Refusal malformed() {
    return Refusal.field("rule", "basket.rule-malformed");
  }
}
