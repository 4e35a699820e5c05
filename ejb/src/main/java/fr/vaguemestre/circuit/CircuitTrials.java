package fr.vaguemestre.circuit;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;

/**
 * Tries a circuit without a letter (CIR1): as this agent, on a letter in this state, what is
 * offered, and why not the rest? What decides is what decides at the door: {@link Transition} and
 * {@link Visibility}. What absent colleagues lend is left out.
 */
@Stateless
public class CircuitTrials {
  /** Whoever registered the imagined letter: nobody. */
  private static final long NOBODY = -1;

  @Inject Database database;
  @Inject Circuits circuits;
  @Inject CircuitDrafts drafts;
  @Inject Organisation organisation;
  @Inject Readers readers;

  /**
   * An agent and the letter they look at.
   *
   * @param agent their login
   * @param unit the code of the unit that holds the letter; null for where its type goes
   * @param type the code of its type; null when the unit is given
   * @param inCharge whether the agent is in charge of it
   * @param awaited whether a contribution, a task or a visa is awaited from the agent
   * @param holding the conditions that the letter meets
   */
  public record Wish(
      @NotBlank String agent,
      @NotBlank String state,
      String unit,
      String type,
      boolean confidential,
      boolean inCharge,
      @NotNull Set<Who> awaited,
      @NotNull Set<Condition> holding) {}

  /** A transition of the state; open when {@code obstacle} and {@code unmet} are both null. */
  public record Answer(Transition way, String to, Obstacle obstacle, Condition unmet) {
    public boolean open() {
      return obstacle == null && unmet == null;
    }
  }

  /** What would be seen and offered. */
  public record Trial(String name, boolean sees, List<Answer> answers) {}

  private record Imagined(long unit, Long assignee, Wish wish) implements Situation {
    @Override
    public boolean awaits(Who who, Reader reader) {
      return wish.awaited().contains(who);
    }

    @Override
    public boolean holds(Condition condition) {
      return wish.holding().contains(condition);
    }
  }

  /**
   * @param draft whether the version in preparation is tried, else the one in force
   * @throws Refusal on the fields {@code agent}, {@code state}, {@code unit}
   */
  public Trial tried(Reader reader, boolean draft, @Valid Wish wish) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    var version = draft ? drafts.get(reader).at(null) : circuits.inForce(Circuits.INCOMING);
    var state =
        version.states().stream()
            .filter(s -> s.code().equals(wish.state()))
            .findFirst()
            .orElseThrow(() -> Refusal.field("state", "circuit.not-a-state", wish.state()));
    var agent =
        organisation
            .agent(wish.agent())
            .filter(Agent::active)
            .flatMap(a -> readers.of(a.id()))
            .map(Reader::alone)
            .orElseThrow(() -> Refusal.field("agent", "organisation.unknown-agent", wish.agent()));
    var letter = new Imagined(unit(wish), wish.inCharge() ? agent.agent() : null, wish);
    var carried =
        Visibility.carriedBy(
            new Visibility.LetterFacts(
                letter.unit(),
                letter.assignee(),
                NOBODY,
                wish.awaited().isEmpty() ? List.of() : List.of(agent.agent()),
                List.of(),
                wish.confidential(),
                !state.inCircuit(),
                state.inCircuit()));
    return new Trial(
        agent.name(),
        Visibility.sees(agent.tokens(), carried),
        version.from(state.code()).stream()
            .map(
                way ->
                    new Answer(
                        way,
                        version.state(way.to()).label(),
                        way.obstacle(agent, letter).orElse(null),
                        way.unmet(letter).orElse(null)))
            .toList());
  }

  private long unit(Wish wish) {
    if (wish.unit() != null && !wish.unit().isBlank()) {
      return organisation
          .unit(wish.unit())
          .orElseThrow(() -> Refusal.field("unit", "organisation.unknown-unit", wish.unit()))
          .id();
    }
    return database
        .first(
            sql(
                "select default_unit_id from document_type where code = ? and default_unit_id is not null",
                wish.type()),
            row -> row.number("default_unit_id"))
        .orElseThrow(() -> Refusal.field("unit", "circuit.unit-missing"));
  }
}
