package fr.vaguemestre.correspondence;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Check;
import fr.vaguemestre.circuit.Condition;
import fr.vaguemestre.circuit.Participation;
import fr.vaguemestre.circuit.Requirement;
import fr.vaguemestre.circuit.Situation;
import fr.vaguemestre.circuit.Who;
import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.inject.Instance;
import java.util.Locale;
import java.util.Set;

/** What a transition asks of a real letter; features answer for their own facts. */
record Standing(
    Correspondence letter, Instance<Check> checks, Instance<Participation> participations)
    implements Situation {
  @Override
  public long unit() {
    return letter.unit().id();
  }

  @Override
  public Long assignee() {
    return letter.assignee() == null ? null : letter.assignee().id();
  }

  @Override
  public boolean awaits(Who who, Reader reader) {
    return participations.stream()
        .filter(p -> p.who() == who)
        .anyMatch(p -> p.concerns(reader, letter.id()));
  }

  @Override
  public boolean holds(Condition condition) {
    return checks.stream()
        .filter(c -> c.condition() == condition)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no feature answers " + condition))
        .holds(letter.id());
  }

  /**
   * @param words what whoever acts wrote
   * @throws Refusal on the first field that is asked for and empty
   */
  void refuseWithout(Set<Requirement> asked, String words) {
    asked.stream()
        .sorted()
        .filter(field -> !filled(field, words))
        .findFirst()
        .ifPresent(
            field -> {
              var name = field.name().toLowerCase(Locale.ROOT);
              throw Refusal.field(name, "circuit.requires." + name);
            });
  }

  private boolean filled(Requirement field, String words) {
    return switch (field) {
      case REASON -> words != null && !words.isBlank();
      case SENDER -> letter.sender() != null;
      case DEADLINE -> letter.deadline() != null;
      case ASSIGNEE -> letter.assignee() != null;
    };
  }
}
