package fr.vaguemestre.web.access;

import fr.vaguemestre.access.Absences;
import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.organisation.AbsenceLine;
import fr.vaguemestre.web.organisation.Addressees;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** account/absences.xhtml (one's own) and admin/absences.xhtml (everybody's). */
@Named
@RequestScoped
public class AbsencesScreen {
  @Inject Absences absences;
  @Inject Addressees addressees;
  @Inject CurrentReader reader;
  @Inject Clock clock;
  private String agent;

  public List<AbsenceLine> getMine() {
    return absences.of(reader.get(), reader.get().login());
  }

  public List<AbsenceLine> getAll() {
    return absences.all(reader.get());
  }

  /** To the form, for the agent whose name was picked. */
  public String declare() {
    return "/account/absence.xhtml?faces-redirect=true&of=" + addressees.agent("agent", agent);
  }

  public boolean running(AbsenceLine line) {
    return !line.startsAt().isAfter(clock.instant());
  }

  /** One line a colleague: their name, then the baskets they get. */
  public List<String> replacements(AbsenceLine line) {
    return line.baskets().stream()
        .collect(
            Collectors.groupingBy(
                AbsenceLine.Given::name,
                java.util.LinkedHashMap::new,
                Collectors.mapping(AbsenceLine.Given::label, Collectors.joining(", "))))
        .entrySet()
        .stream()
        .map(colleague -> colleague.getKey() + " : " + colleague.getValue())
        .toList();
  }

  /** Whether this reader is away now, and until when; null when not. */
  public Instant getAwayUntil() {
    return reader.get().absentUntil();
  }

  /** Whom this reader stands in for now. */
  public List<Replaced> getReplaced() {
    return reader.get().standIns().stream()
        .map(standIn -> new Replaced(standIn.reader().name(), standIn.until()))
        .toList();
  }

  /** An absent colleague, and until when this reader stands in for them. */
  public record Replaced(String name, Instant until) {}

  public String getAgent() {
    return agent;
  }

  public void setAgent(String agent) {
    this.agent = agent;
  }
}
