package fr.vaguemestre.web.journal;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.journal.JournalFilter;
import fr.vaguemestre.journal.JournalPage;
import fr.vaguemestre.journal.TownJournal;
import fr.vaguemestre.web.shell.Bundles;
import fr.vaguemestre.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * admin/journal.xhtml: {@code agent}, {@code action}, {@code from}, {@code to} (days) and {@code
 * after} (where the page before ended).
 */
@Named
@RequestScoped
public class JournalScreen {
  private static final String ACTION = "journal.action.";

  @Inject TownJournal journal;
  @Inject CurrentReader reader;
  @Inject Texts texts;
  @Inject HttpServletRequest request;
  private JournalPage page;

  /** An action and what it is called. */
  public record Choice(String code, String label) {}

  @PostConstruct
  void read() {
    page =
        journal.page(
            reader.get(),
            new JournalFilter(
                asked("agent"), asked("action"), day("from"), day("to"), asked("after")));
  }

  public List<JournalPage.Line> getLines() {
    return page.lines();
  }

  /** The address of the next page; null on the last. */
  public String getNext() {
    return page.next() == null
        ? null
        : "/admin/journal.xhtml?"
            + Stream.of("agent", "action", "from", "to")
                .filter(name -> asked(name) != null)
                .map(name -> name + "=" + encoded(asked(name)) + "&")
                .collect(Collectors.joining())
            + "after="
            + encoded(page.next());
  }

  public boolean isFirst() {
    return asked("after") == null;
  }

  /** What can be done, in the order of the words. */
  public List<Choice> getActions() {
    return Bundles.keys(ACTION).stream()
        .map(key -> new Choice(key.substring(ACTION.length()), texts.get(key)))
        .sorted(Comparator.comparing(Choice::label, Collator.getInstance(Locale.FRENCH)))
        .toList();
  }

  public String what(JournalPage.Line line) {
    var key = ACTION + line.action();
    return texts.containsKey(key) ? texts.get(key) : line.action().toLowerCase(Locale.ROOT);
  }

  private LocalDate day(String name) {
    try {
      return asked(name) == null ? null : LocalDate.parse(asked(name));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private String asked(String name) {
    var value = request.getParameter(name);
    return value == null || value.isBlank() ? null : value;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
