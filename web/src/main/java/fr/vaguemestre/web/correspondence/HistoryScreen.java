package fr.vaguemestre.web.correspondence;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.journal.Facts;
import fr.vaguemestre.journal.JournalFilter;
import fr.vaguemestre.journal.JournalLine;
import fr.vaguemestre.qualification.DocumentTypeLine;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.web.organisation.Addressees;
import fr.vaguemestre.web.shell.Dates;
import fr.vaguemestre.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The history of a letter in plain words, newest first: {@code act}, {@code who}, {@code from} and
 * {@code to} (days) narrow it, {@code full} shows each entry as the journal holds it.
 */
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
  @Inject Dates dates;
  @Inject HttpServletRequest request;
  private List<JournalLine> all;

  /**
   * Who, what they did in words, and what they wrote.
   *
   * @param after the state it moved to; null when it moved to none
   */
  public record Event(
      Instant at, String who, String what, String words, String after, JournalLine line) {}

  /** A kind of act and what it is called. */
  public record Choice(String code, String label) {}

  public List<Event> getEvents() {
    var asked = new JournalFilter(asked("who"), asked("act"), day("from"), day("to"), null);
    var lines =
        asked.equals(JournalFilter.ALL)
            ? all()
            : correspondences.history(reader.get(), screen.getId(), asked);
    return lines.reversed().stream().map(this::event).toList();
  }

  /** The kinds of act in this letter's history, in the order of the words. */
  public List<Choice> getActs() {
    return all().stream()
        .map(JournalLine::action)
        .distinct()
        .map(code -> new Choice(code, called(code)))
        .sorted(Comparator.comparing(Choice::label, Collator.getInstance(Locale.FRENCH)))
        .toList();
  }

  /** Those who did something to this letter, or in whose place it was done. */
  public List<String> getPeople() {
    return all().stream()
        .flatMap(line -> Stream.of(line.actor(), line.inPlaceOf()))
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Collator.getInstance(Locale.FRENCH))
        .toList();
  }

  public boolean isFull() {
    return asked("full") != null;
  }

  /** What a kind of act is called. */
  public String called(String action) {
    var key = "journal.action." + action;
    return texts.containsKey(key) ? texts.get(key) : action.toLowerCase(Locale.ROOT);
  }

  private List<JournalLine> all() {
    if (all == null) {
      all = correspondences.history(reader.get(), screen.getId());
    }
    return all;
  }

  private String asked(String name) {
    var value = request.getParameter(name);
    return value == null || value.isBlank() ? null : value;
  }

  private LocalDate day(String name) {
    try {
      return asked(name) == null ? null : LocalDate.parse(asked(name));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private Event event(JournalLine line) {
    var moved = line.before() == null || line.before().equals(line.after()) ? null : line.after();
    return new Event(line.at(), line.actor(), what(line), line.words(), moved, line);
  }

  private String what(JournalLine line) {
    var facts = Facts.read(line.facts());
    var said = text(line.action(), facts);
    if (facts.containsKey("copies")) {
      said += " " + texts.of(KEY + "copies", asked(facts, "copies"));
    }
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
      case "COPY" -> texts.of(KEY + action, agent == null ? unit : agent);
      case "REQUEST_CONTRIBUTION" ->
          texts.of(
              KEY + action,
              facts.containsKey("of") ? asked(facts, "of") : agent == null ? unit : agent);
      case "CONTRIBUTE" ->
          facts.containsKey("next")
              ? texts.of(KEY + "CONTRIBUTE.next", asked(facts, "next"))
              : texts.get(KEY + action);
      case "REMIND_OPINIONS", "STOP_OPINIONS" -> texts.of(KEY + action, asked(facts, "of"));
      case "REQUEST_TASK" -> texts.of(KEY + action, units(facts.get("units")));
      case "ANSWER_TASK", "WITHDRAW_TASK" -> texts.of(KEY + action, unit);
      case "TRANSMIT", "RECORD_RETURN" -> texts.of(KEY + action, facts.get("mark"));
      case "QUALIFY" ->
          "null".equals(facts.get("unit"))
              ? texts.of(KEY + "QUALIFY.type", type(facts.get("type")))
              : texts.of(KEY + "QUALIFY", type(facts.get("type")), unit);
      case "REGISTER" ->
          texts.of(
              KEY + "REGISTER",
              texts.get("correspondence.by." + facts.get("channel")),
              unit == null ? "" : unit);
      case "SET_DEADLINE" ->
          texts.of(KEY + action, longDay(facts.get("deadline")), longDay(facts.get("computed")));
      case "CHANGE_CIRCUIT" -> texts.of(KEY + action, facts.get("from"), facts.get("to"));
      case "TAKE_OVER", "FREE_DRAFT" -> texts.of(KEY + action, agent);
      case "ACKNOWLEDGE" -> texts.get(KEY + "ACKNOWLEDGE." + facts.get("what"));
      case "TACIT_DECISION" ->
          texts.of(KEY + action + "." + facts.get("regime"), longDay(facts.get("on")));
      case "RETENTION_WITHDRAWN" -> texts.of(KEY + action, texts.get(facts.get("why")));
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

  private String longDay(String written) {
    return dates.longDay(LocalDate.parse(written));
  }

  private String units(String codes) {
    return Stream.of(codes.split(",")).map(addressees::unitName).collect(Collectors.joining(", "));
  }

  /** Those whom a fact names: {@code a:login} or {@code u:CODE}, between commas. */
  private String asked(Map<String, String> facts, String fact) {
    var names =
        Stream.of(facts.get(fact).split(","))
            .map(
                one ->
                    one.startsWith("u:")
                        ? addressees.unitName(one.substring(2))
                        : addressees.agentName(one.substring(2)));
    return Boolean.parseBoolean(facts.get("sequential"))
        ? names.reduce((before, after) -> texts.of(KEY + "then", before, after)).orElseThrow()
        : names.collect(Collectors.joining(", "));
  }

  private String type(String code) {
    return typology.types().stream()
        .filter(t -> t.code().equals(code))
        .map(DocumentTypeLine::label)
        .findFirst()
        .orElse(code);
  }
}
