package fr.vaguemestre.circuit;

import fr.vaguemestre.access.Right;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A circuit as a file: JSON, a state or a transition a line, so that a line can be named. */
final class CircuitJson {
  static final String FORMAT = "vaguemestre-circuit/1";
  static final List<String> STATE =
      List.of("code", "label", "citizenLabel", "tone", "icon", "initial", "closed", "inCircuit");
  static final List<String> WAY =
      List.of(
          "action",
          "label",
          "from",
          "to",
          "who",
          "right",
          "conditions",
          "effects",
          "required",
          "prominence");

  private CircuitJson() {}

  static byte[] written(List<State> states, List<Transition> ways) {
    var text =
        "{\n\"format\": \"%s\",\n\"states\": [\n%s\n],\n\"transitions\": [\n%s\n]\n}\n"
            .formatted(
                FORMAT,
                lines(states.stream().map(CircuitJson::written).toList()),
                lines(ways.stream().map(CircuitJson::written).toList()));
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String lines(List<JsonObject> objects) {
    return objects.stream().map(JsonObject::toString).collect(Collectors.joining(",\n"));
  }

  private static JsonObject written(State state) {
    return Json.createObjectBuilder()
        .add("code", state.code())
        .add("label", state.label())
        .add("citizenLabel", state.citizenLabel())
        .add("tone", state.tone())
        .add("icon", state.icon())
        .add("initial", state.initial())
        .add("closed", state.closed())
        .add("inCircuit", state.inCircuit())
        .build();
  }

  private static JsonObject written(Transition way) {
    var object =
        Json.createObjectBuilder()
            .add("action", way.action().name())
            .add("label", way.label())
            .add("from", way.from())
            .add("to", way.to())
            .add("who", way.who().name());
    add(object, way.right());
    return object
        .add("conditions", names(way.conditions()))
        .add("effects", names(way.effects()))
        .add("required", names(way.required()))
        .add("prominence", way.prominence().name())
        .build();
  }

  private static void add(JsonObjectBuilder object, Right right) {
    if (right == null) {
      object.addNull("right");
    } else {
      object.add("right", right.name());
    }
  }

  private static JsonArrayBuilder names(Collection<? extends Enum<?>> constants) {
    return Json.createArrayBuilder(constants.stream().map(Enum::name).sorted().toList());
  }
}
