package fr.vaguemestre.circuit;

import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;

/** A circuit read from a file as {@link CircuitJson} writes it: all that is wrong, line by line. */
final class CircuitFile {
  private static final int MOST = 500;
  private static final int DEEPEST = 4;

  private final List<State> states = new ArrayList<>();
  private final List<Transition> ways = new ArrayList<>();
  private final List<JsonFields> places = new ArrayList<>();
  private final List<CircuitProblem> problems = new ArrayList<>();
  private JsonFields at;

  private CircuitFile() {}

  /**
   * @throws Refusal on {@code file} when it is no JSON, or not of this format
   */
  static CircuitFile read(byte[] bytes) {
    var file = new CircuitFile();
    refuseDeep(bytes);
    try (var parser = Json.createParser(new ByteArrayInputStream(bytes))) {
      file.whole(parser);
    } catch (JsonException | IllegalStateException | NoSuchElementException e) {
      throw Refusal.field("file", "circuit.no-file", CircuitJson.FORMAT);
    }
    file.places();
    return file;
  }

  List<State> states() {
    return states;
  }

  List<Transition> ways() {
    return ways;
  }

  List<CircuitProblem> problems() {
    return problems;
  }

  /** A parser that goes down into each bracket must not meet a thousand. */
  private static void refuseDeep(byte[] bytes) {
    int open = 0;
    for (var b : bytes) {
      open += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
      if (open > DEEPEST) {
        throw Refusal.field("file", "circuit.no-file", CircuitJson.FORMAT);
      }
    }
  }

  private void whole(JsonParser parser) {
    boolean known = false;
    need(parser.next() == Event.START_OBJECT);
    while (parser.next() == Event.KEY_NAME) {
      var key = parser.getString();
      var value = parser.next();
      switch (key) {
        case "format" -> known = CircuitJson.FORMAT.equals(parser.getString());
        case "states" -> each(parser, value, CircuitJson.STATE, this::state);
        case "transitions" -> each(parser, value, CircuitJson.WAY, this::way);
        default -> need(false);
      }
    }
    need(known && !states.isEmpty());
  }

  private void each(JsonParser parser, Event value, List<String> fields, Runnable reading) {
    need(value == Event.START_ARRAY);
    int count = 0;
    var event = parser.next();
    for (; event == Event.START_OBJECT; event = parser.next()) {
      var object = parser.getObject();
      at = new JsonFields(object, parser.getLocation().getLineNumber(), problems);
      need(++count <= MOST);
      object.keySet().stream()
          .filter(key -> !fields.contains(key))
          .forEach(key -> problem(key, "circuit.unknown-field", String.join(", ", fields)));
      reading.run();
    }
    need(event == Event.END_ARRAY);
  }

  private static void need(boolean fits) {
    if (!fits) {
      throw new JsonException("another format");
    }
  }

  private void state() {
    var code = at.text("code");
    if (code != null && !code.matches("[A-Z][A-Z0-9_]{1,39}")) {
      problem("code", "circuit.wrong-code", code);
    }
    if (states.stream().anyMatch(s -> s.code().equals(code))) {
      problem("code", "circuit.code-taken", code);
    }
    states.add(
        new State(
            String.valueOf(code),
            at.text("label"),
            at.text("citizenLabel"),
            at.one("tone", State.TONES),
            at.isEmpty("icon") ? "" : at.one("icon", State.ICONS),
            at.flag("initial"),
            at.flag("closed"),
            at.flag("inCircuit")));
  }

  private void way() {
    int before = problems.size();
    places.add(at);
    var way =
        new Transition(
            at.constant("action", Action.class),
            String.valueOf(at.text("from")),
            String.valueOf(at.text("to")),
            at.isNull("right") ? null : at.constant("right", Right.class),
            at.constant("who", Who.class),
            at.constants("conditions", Condition.class),
            at.constants("effects", Effect.class),
            at.constants("required", Requirement.class),
            at.text("label"),
            at.constant("prominence", Transition.Prominence.class));
    ways.add(way);
    if (problems.size() == before) {
      way.lacks().forEach(lack -> problem(lack.field(), lack.key(), way.label()));
    }
  }

  /** States may stand after the transitions that name them. */
  private void places() {
    var known = new HashSet<>(states.stream().map(State::code).toList());
    for (int i = 0; i < ways.size(); i++) {
      at = places.get(i);
      var way = ways.get(i);
      if (!known.contains(way.from())) {
        problem("from", "circuit.not-a-state", way.from());
      }
      if (!known.contains(way.to())) {
        problem("to", "circuit.not-a-state", way.to());
      }
    }
  }

  private void problem(String field, String key, Object... arguments) {
    at.problem(field, key, arguments);
  }
}
