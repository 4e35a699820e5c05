package fr.vaguemestre.maarch;

import static fr.vaguemestre.platform.db.Statement.literally;
import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Statement;
import java.util.List;
import java.util.Map;

/** Which letters a tool looks for. */
public final class Wanted {
  /** Criteria that are one of some values, and the columns they are about. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "resId", "res_id",
          "chrono", "alt_identifier",
          "status", "status",
          "doctype", "type_id",
          "priority", "priority",
          "destination", "destination",
          "category", "category_id");

  private final Statement condition;

  private Wanted(Statement condition) {
    this.condition = condition;
  }

  /**
   * Those of a condition written as {@link Clause} reads it.
   *
   * @throws Refusal on {@code clause} for any other
   */
  public static Wanted clause(String text) {
    return new Wanted(Clause.read(text));
  }

  /**
   * Those that meet all criteria: one of its values, or for {@code subject} and {@code meta} the
   * words of the first.
   *
   * @throws Refusal on the field criterion for an unknown one
   */
  public static Wanted criteria(Map<String, List<String>> criteria) {
    var all = sql("true");
    criteria.forEach((name, values) -> all.add("and").add(one(name, values)));
    return new Wanted(all);
  }

  Statement condition() {
    return condition;
  }

  private static Statement one(String name, List<String> values) {
    if (name.equals("subject") || name.equals("meta")) {
      return sql(
          "fold(c.subject) like '%' || fold(?) || '%'", literally(values.getFirst().strip()));
    }
    var column = COLUMNS.get(name);
    if (column == null) {
      throw Refusal.field("criterion", "maarch.criterion", name);
    }
    var quoted = values.stream().map(v -> "'" + v.replace("'", "''") + "'").toList();
    return Clause.read(column + " in (" + String.join(",", quoted) + ")");
  }
}
