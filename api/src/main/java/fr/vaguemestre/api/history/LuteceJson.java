package fr.vaguemestre.api.history;

import fr.vaguemestre.history.Demand;
import fr.vaguemestre.history.DemandType;
import fr.vaguemestre.history.Histories;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

/** What applications of LUTECE read. */
final class LuteceJson {
  private LuteceJson() {}

  static JsonObject acknowledge(String status, List<String> warnings, List<String> errors) {
    return Json.createObjectBuilder()
        .add(
            "acknowledge",
            Json.createObjectBuilder()
                .add("status", status)
                .add("warnings", Json.createArrayBuilder(warnings))
                .add("errors", Json.createArrayBuilder(errors)))
        .build();
  }

  /** Demands with where they stand; dates in milliseconds since 1970. */
  static JsonObjectBuilder demands(Histories.Found found, int index) {
    var list = Json.createArrayBuilder();
    found
        .demands()
        .forEach(
            d ->
                list.add(
                    Json.createObjectBuilder().add("status", d.status()).add("demand", demand(d))));
    return Json.createObjectBuilder()
        .add("status", found.count() == 0 ? "NO_RESULT" : "FOUND")
        .add("index", index)
        .add("number_result", found.count())
        .add("list_demand_display", list);
  }

  static JsonObjectBuilder notifications(List<Histories.Told> told) {
    var list = Json.createArrayBuilder();
    told.forEach(t -> list.add(notification(t)));
    return Json.createObjectBuilder()
        .add("status", told.isEmpty() ? "NO_RESULT" : "FOUND")
        .add("number_result", told.size())
        .add("notifications", list);
  }

  static JsonObjectBuilder type(DemandType type) {
    return Json.createObjectBuilder()
        .add("id_demand_type", type.id())
        .add("label", type.label())
        .add("url", text(type.url()))
        .add("app_code", text(type.appCode()))
        .add("category", text(type.category()));
  }

  static JsonArrayBuilder types(List<DemandType> types) {
    var list = Json.createArrayBuilder();
    types.forEach(type -> list.add(type(type)));
    return list;
  }

  private static JsonObjectBuilder demand(Demand d) {
    return Json.createObjectBuilder()
        .add("id", d.demandId())
        .add("type_id", d.typeId())
        .add("subtype_id", text(d.subtypeId()))
        .add("reference", text(d.reference()))
        .add("status_id", d.statusId())
        .add("max_steps", number(d.maxStep()))
        .add("current_step", number(d.currentStep()))
        .add("creation_date", d.firstAt().toEpochMilli())
        .add("modify_date", d.lastAt().toEpochMilli())
        .add("closed", d.over())
        .add(
            "customer",
            Json.createObjectBuilder()
                .add("customer_id", text(d.customerId()))
                .add("connection_id", text(d.connectionId())));
  }

  private static JsonObjectBuilder notification(Histories.Told told) {
    var m = told.message();
    var words = Json.createObjectBuilder();
    if (m.statusText() != null) {
      words.add("status_text", m.statusText());
    }
    if (m.subject() != null) {
      words.add("subject", m.subject());
    }
    words.add("message", text(m.text())).add("sender_name", text(m.sender()));
    return Json.createObjectBuilder()
        .add("date", told.at().toEpochMilli())
        .add(LuteceTelling.member(m.channel()), words);
  }

  private static JsonValue text(String text) {
    return text == null ? JsonValue.NULL : Json.createValue(text);
  }

  private static JsonValue number(Integer number) {
    return number == null ? JsonValue.NULL : Json.createValue(number);
  }
}
