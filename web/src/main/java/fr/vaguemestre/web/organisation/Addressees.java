package fr.vaguemestre.web.organisation;

import fr.vaguemestre.organisation.AgentLine;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.UnitLine;
import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Units and agents picked by their names as people write them: what a field holds is the name, and
 * it is told apart here.
 */
@Named
@RequestScoped
public class Addressees {
  @Inject Organisation organisation;
  private List<UnitLine> units;
  private List<AgentLine> agents;

  /** A unit (code) or an agent (login): one of the two is null. */
  public record Addressee(String unit, String agent, String name) {}

  public List<String> suggest(String typed) {
    return Stream.concat(
            units().stream().map(UnitLine::label), agents().stream().map(Addressees::shown))
        .filter(contains(typed))
        .toList();
  }

  public List<String> suggestUnits(String typed) {
    return units().stream().map(UnitLine::label).filter(contains(typed)).toList();
  }

  public List<String> suggestAgents(String typed) {
    return agents().stream().map(Addressees::shown).filter(contains(typed)).toList();
  }

  /**
   * @throws Refusal on the field when no unit and no agent is called so
   */
  public Addressee find(String field, String name) {
    var wanted = fold(name);
    return Stream.concat(
            units().stream()
                .filter(u -> fold(u.label()).equals(wanted))
                .map(u -> new Addressee(u.code(), null, u.label())),
            agents().stream()
                .filter(a -> fold(shown(a)).equals(wanted) || fold(a.name()).equals(wanted))
                .map(a -> new Addressee(null, a.login(), a.name())))
        .findFirst()
        .orElseThrow(() -> Refusal.field(field, "organisation.nobody-so-called", name));
  }

  /** The code of a unit by its name; null for a blank name. */
  public String unit(String field, String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    var found = find(field, name);
    if (found.unit() == null) {
      throw Refusal.field(field, "organisation.nobody-so-called", name);
    }
    return found.unit();
  }

  /** The login of an agent by their name; null for a blank name. */
  public String agent(String field, String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    var found = find(field, name);
    if (found.agent() == null) {
      throw Refusal.field(field, "organisation.nobody-so-called", name);
    }
    return found.agent();
  }

  public String unitName(String code) {
    return units().stream()
        .filter(u -> u.code().equals(code))
        .map(UnitLine::label)
        .findFirst()
        .orElse(code);
  }

  public String agentName(String login) {
    return organisationAgents()
        .filter(a -> a.login().equals(login))
        .map(AgentLine::name)
        .findFirst()
        .orElse(login);
  }

  /** An agent as the fields show them, with their unit. */
  public String agentShown(String login) {
    return organisationAgents()
        .filter(a -> a.login().equals(login))
        .map(Addressees::shown)
        .findFirst()
        .orElse(login);
  }

  private Stream<AgentLine> organisationAgents() {
    if (agents == null) {
      agents = organisation.agents(null);
    }
    return agents.stream();
  }

  private List<UnitLine> units() {
    if (units == null) {
      units = organisation.units();
    }
    return units;
  }

  private List<AgentLine> agents() {
    return organisationAgents().filter(AgentLine::active).toList();
  }

  private static String shown(AgentLine agent) {
    return agent.unit() == null ? agent.name() : agent.name() + ", " + agent.unit();
  }

  private static Predicate<String> contains(String typed) {
    var words = fold(typed).split(" ");
    return name -> Stream.of(words).allMatch(fold(name)::contains);
  }

  private static String fold(String text) {
    return Normalizer.normalize(Objects.toString(text, ""), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('’', '\'')
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
