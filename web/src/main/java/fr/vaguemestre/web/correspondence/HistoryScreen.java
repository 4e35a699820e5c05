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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    return new Event(line.at(), line.actor(), what(line), line.words(), line.before(), moved);
  }

  private String what(JournalLine line) {
    var facts = facts(line.facts());
    var said = text(line.action(), facts);
    return line.inPlaceOf() == null
        ? said
        : said + " " + texts.of("correspondence.history.in-place-of", line.inPlaceOf());
  }

  private String text(String action, Map<String, String> facts) {
    var unit = facts.containsKey("unit") ? addressees.unitName(facts.get("unit")) : null;
    var agent = facts.containsKey("agent") ? addressees.agentName(facts.get("agent")) : null;
    return switch (action) {
      case "REDIRECT" ->
          agent == null
              ? texts.of(KEY + "REDIRECT.unit", unit)
              : texts.of(KEY + "REDIRECT.agent", unit, agent);
      case "REASSIGN" ->
          texts.of(
              KEY + action,
              facts.containsKey("unit")
                  ? addressees.unitName(facts.get("from"))
                  : addressees.agentName(facts.get("from")));
      case "COPY", "REQUEST_CONTRIBUTION" -> texts.of(KEY + action, agent == null ? unit : agent);
      case "REQUEST_TASK" -> texts.of(KEY + action, units(facts.get("units")));
      case "ANSWER_TASK", "WITHDRAW_TASK" -> texts.of(KEY + action, unit);
      case "QUALIFY" ->
          "null".equals(facts.get("unit"))
              ? texts.of(KEY + "QUALIFY.type", type(facts.get("type")))
              : texts.of(KEY + "QUALIFY", type(facts.get("type")), unit);
      case "REGISTER" ->
          texts.of(
              KEY + "REGISTER",
              texts.get("correspondence.by." + facts.get("channel")),
              unit == null ? "" : unit);
      case "CHANGE_CIRCUIT" -> texts.of(KEY + action, facts.get("from"), facts.get("to"));
      case "TAKE_OVER" -> texts.of(KEY + action, agent);
      case "SEND" -> texts.get(KEY + "SEND." + facts.get("means"));
      case "NOTE" ->
          texts.get(
              KEY + (Boolean.parseBoolean(facts.get("restricted")) ? "NOTE.restricted" : "NOTE"));
      default ->
          texts.containsKey(KEY + action)
              ? texts.get(KEY + action)
              : action.toLowerCase(Locale.ROOT);
    };
  }

  private String units(String codes) {
    return Stream.of(codes.split(",")).map(addressees::unitName).collect(Collectors.joining(", "));
  }

  private String type(String code) {
    return typology.types().stream()
        .filter(t -> t.code().equals(code))
        .map(DocumentTypeLine::label)
        .findFirst()
        .orElse(code);
  }

  /** {@code key=value} pairs between spaces, values being codes; see the journal. */
  static Map<String, String> facts(String written) {
    var facts = new HashMap<String, String>();
    for (var pair : (written == null ? "" : written).split(" ")) {
      int cut = pair.indexOf('=');
      if (cut > 0) {
        facts.put(pair.substring(0, cut), pair.substring(cut + 1));
      }
    }
    return facts;
  }
}
