package fr.vaguemestre.web.organisation;

import fr.vaguemestre.organisation.AgentLine;
import fr.vaguemestre.organisation.Directory;
import fr.vaguemestre.organisation.UnitNode;
import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Units and agents picked by their names as people write them: what a field holds is the name, and
 * it is told apart here.
 */
@Named
@RequestScoped
public class Addressees {
  private static final int MOST = 12;
  private static final int MANY = 300;

  @Inject Directory directory;
  private final Map<String, String> names = new HashMap<>();

  /** A unit (code) or an agent (login): one of the two is null. */
  public record Addressee(String unit, String agent, String name) {}

  public List<String> suggest(String typed) {
    return Stream.concat(suggestUnits(typed).stream(), suggestAgents(typed).stream()).toList();
  }

  public List<String> suggestUnits(String typed) {
    return directory.units(typed, null, false, MOST).stream().map(UnitNode::label).toList();
  }

  public List<String> suggestAgents(String typed) {
    return directory.people(typed, MOST).stream().map(Addressees::shown).toList();
  }

  /** Those who may visa or sign, as the fields show them; the first ones when they are many. */
  public List<String> getApprovers() {
    return directory.peopleWhoMay(List.of("VISA", "SIGN"), MANY).stream()
        .map(Addressees::shown)
        .toList();
  }

  /**
   * @throws Refusal on the field when no unit and no agent is called so
   */
  public Addressee find(String field, String name) {
    return Stream.concat(
            directory.unitsCalled(name).stream().map(u -> new Addressee(u.code(), null, u.label())),
            directory.peopleCalled(name).stream()
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
    return names.computeIfAbsent("u" + code, key -> directory.unitName(code).orElse(code));
  }

  public String agentName(String login) {
    return names.computeIfAbsent(
        "a" + login, key -> directory.person(login).map(AgentLine::name).orElse(login));
  }

  /** An agent as the fields show them, with their unit. */
  public String agentShown(String login) {
    return directory.person(login).map(Addressees::shown).orElse(login);
  }

  private static String shown(AgentLine agent) {
    return agent.unit() == null ? agent.name() : agent.name() + ", " + agent.unit();
  }
}
