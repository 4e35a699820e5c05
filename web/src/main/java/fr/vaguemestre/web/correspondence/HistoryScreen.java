package fr.vaguemestre.web.correspondence;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.journal.JournalLine;
import fr.vaguemestre.qualification.DocumentTypeLine;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.web.organisation.Addressees;
import fr.vaguemestre.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;

/** The history of a letter in plain words, newest first. */
@Named
@RequestScoped
public class HistoryScreen {
  private static final String KEY = "correspondence.history.";

  @Inject Correspondences correspondences;
  @Inject LetterScreen screen;
  @Inject Addressees addressees;
  @Inject Typology typology;
  @Inject CurrentReader reader;
  @Inject Texts texts;

  /** Who, what they did in words, and what they wrote. */
  public record Event(
      Instant at, String who, String what, String words, String before, String after) {}

  public List<Event> getEvents() {
    return correspondences.history(reader.get(), screen.getId()).reversed().stream()
        .map(this::event)
        .toList();
  }

  private Event event(JournalLine line) {
    var moved = line.before() == null || line.before().equals(line.after()) ? null : line.after();
    return new Event(
        line.at(), line.actor(), what(line), line.words(), line.before(), moved);
  }

  private String what(JournalLine line) {
    var facts = facts(line.facts());
    var said = text(line.action(), facts);
    return line.inPlaceOf() == null
        ? said
        : said + " " + texts.of("correspondence.history.in-place-of", line.inPlaceOf());
  }

  private String text(String action, JsonObject facts) {
    var unit = facts.containsKey("unit") ? addressees.unitName(string(facts, "unit")) : null;
    var agent = facts.containsKey("agent") ? addressees.agentName(string(facts, "agent")) : null;
    return switch (action) {
      case "REDIRECT" ->
          agent == null
              ? texts.of(KEY + "REDIRECT.unit", unit)
              : texts.of(KEY + "REDIRECT.agent", unit, agent);
      case "COPY", "REQUEST_CONTRIBUTION" -> texts.of(KEY + action, agent == null ? unit : agent);
      case "QUALIFY" ->
          "null".equals(string(facts, "unit"))
              ? texts.of(KEY + "QUALIFY.type", type(string(facts, "type")))
              : texts.of(KEY + "QUALIFY", type(string(facts, "type")), unit);
      case "REGISTER" ->
          texts.of(
              KEY + "REGISTER",
              texts.get("correspondence.by." + string(facts, "channel")),
              unit == null ? "" : unit);
      case "SEND" -> texts.get(KEY + "SEND." + string(facts, "means"));
      case "NOTE" ->
          texts.get(KEY + (facts.getBoolean("restricted", false) ? "NOTE.restricted" : "NOTE"));
      default ->
          texts.containsKey(KEY + action) ? texts.get(KEY + action) : action.toLowerCase();
    };
  }

  private String type(String code) {
    return typology.types().stream()
        .filter(t -> t.code().equals(code))
        .map(DocumentTypeLine::label)
        .findFirst()
        .orElse(code);
  }

  private static String string(JsonObject facts, String name) {
    return facts.get(name) instanceof JsonString s ? s.getString() : String.valueOf(facts.get(name));
  }

  private static JsonObject facts(String json) {
    if (json == null || json.isBlank()) {
      return JsonObject.EMPTY_JSON_OBJECT;
    }
    try (var in = Json.createReader(new StringReader(json))) {
      return in.readObject();
    }
  }
}
