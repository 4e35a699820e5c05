package fr.vaguemestre.basket;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.db.Statement;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;

/**
 * What a basket holds: a scope, the states it is limited to (none for all), closed letters or not,
 * late ones only or not. Written as JSON: {@code
 * {"scope":"TO_ME","states":["TO_PROCESS"],"late":false}}.
 */
public record BasketRule(BasketScope scope, List<String> states, boolean late, boolean closed) {
  static BasketRule parse(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      var object = reader.readObject();
      var states =
          object.containsKey("states")
              ? object.getJsonArray("states").getValuesAs(JsonString::getString)
              : List.<String>of();
      return new BasketRule(
          BasketScope.valueOf(object.getString("scope")),
          states,
          object.getBoolean("late", false),
          object.getBoolean("closed", false));
    }
  }

  String json() {
    return Json.createObjectBuilder()
        .add("scope", scope.name())
        .add("states", Json.createArrayBuilder(states))
        .add("late", late)
        .add("closed", closed)
        .build()
        .toString();
  }

  /** The rule as a condition on {@code correspondence c}; visibility is added by whoever reads. */
  Statement condition(Reader reader, LocalDate today) {
    var condition = closed ? sql("true") : sql("not c.closed");
    if (!states.isEmpty()) {
      condition.add("and c.state = any(?)", states);
    }
    if (late) {
      condition.add("and c.deadline < ?", today);
    }
    return condition.add("and").add(scoped(reader));
  }

  private Statement scoped(Reader reader) {
    return switch (scope) {
      case TO_ME ->
          sql(
              "(c.assignee_id = ? or (c.assignee_id is null and c.unit_id = any(?)))",
              reader.agent(),
              reader.ownUnits());
      case MY_BRANCH -> sql("c.unit_id = any(?)", reader.branch());
      case IN_COPY ->
          sql(
              "exists (select 1 from correspondence_participant x where x.tenant_id = c.tenant_id and x.correspondence_id = c.id and"
                  + " x.role = 'COPY' and (x.agent_id = ? or x.unit_id = any(?)))",
              reader.agent(),
              reader.ownUnits());
      case CONTRIBUTION_TO_GIVE ->
          sql(
              "exists (select 1 from contribution x where x.tenant_id = c.tenant_id and x.correspondence_id = c.id and x.answered_at is"
                  + " null and not x.withdrawn and (x.asked_of_agent_id = ? or x.asked_of_unit_id = any(?)))",
              reader.agent(),
              reader.ownUnits());
      case CONTRIBUTION_AWAITED ->
          sql(
              "exists (select 1 from contribution x where x.tenant_id = c.tenant_id and x.correspondence_id = c.id and x.answered_at is"
                  + " null and not x.withdrawn and x.asked_by = ?)",
              reader.agent());
      case TO_VISA -> step(reader, "VISA");
      case TO_SIGN -> step(reader, "SIGNATURE");
      case VISIBLE -> sql("true");
    };
  }

  private static Statement step(Reader reader, String kind) {
    return sql(
        "exists (select 1 from approval_step x where x.tenant_id = c.tenant_id and x.correspondence_id = c.id and x.status = 'CURRENT'"
            + " and x.kind = ? and x.agent_id = ?)",
        kind,
        reader.agent());
  }
}
