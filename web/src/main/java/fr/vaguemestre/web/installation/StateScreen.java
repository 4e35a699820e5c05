package fr.vaguemestre.web.installation;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.installation.SystemState;
import fr.vaguemestre.installation.TownState;
import fr.vaguemestre.web.shell.Dates;
import fr.vaguemestre.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** admin/state.xhtml: the administration's first page, the town's work and then the machine. */
@Named
@RequestScoped
public class StateScreen {
  private static final String OUTBOX = "/admin/outbox.xhtml";
  private static final Map<String, String> MENDED_AT =
      Map.of(
          "dead",
          OUTBOX + "#dead",
          "unread",
          OUTBOX + "#unread",
          "waiting",
          OUTBOX,
          "mail-queue",
          OUTBOX,
          "closures",
          OUTBOX,
          "jobs",
          "/admin/jobs.xhtml");

  @Inject SystemState machine;
  @Inject TownState town;
  @Inject CurrentReader reader;
  @Inject Texts msg;
  @Inject Dates dates;
  private List<SystemState.Fact> work;
  private List<SystemState.Fact> installed = List.of();

  @PostConstruct
  void read() {
    work = town.read(reader.get());
    if (isOperator()) {
      installed = machine.read(reader.get());
    }
  }

  /** Whether the reader may mend what is shown, not only see it. */
  public boolean isOperator() {
    return reader.get().may(Right.OPERATE);
  }

  public List<SystemState.Fact> getWork() {
    return work;
  }

  public List<SystemState.Fact> getInstalled() {
    return installed;
  }

  public long getMissing() {
    return Stream.concat(work.stream(), installed.stream())
        .filter(f -> f.level() != SystemState.Level.GOOD)
        .count();
  }

  /** Where it is mended; null where there is nothing to press, or not for this reader. */
  public String mendedAt(SystemState.Fact fact) {
    return isOperator() ? MENDED_AT.get(fact.name()) : null;
  }

  /** How much, and since when: "3 (le plus ancien : hier 14:02)", "1000+". */
  public String how(SystemState.Fact fact) {
    if (fact.value() == null) {
      return fact.at() == null ? msg.get("installation.value.never") : dates.moment(fact.at());
    }
    var count =
        fact.value().equals(Integer.toString(TownState.MOST)) ? fact.value() + "+" : fact.value();
    return fact.at() == null
        ? count
        : msg.of("installation.value.since", count, dates.moment(fact.at()));
  }
}
