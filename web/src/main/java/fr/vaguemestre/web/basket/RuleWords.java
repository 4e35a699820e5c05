package fr.vaguemestre.web.basket;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.basket.Criterion;
import fr.vaguemestre.basket.Criterion.Operand;
import fr.vaguemestre.circuit.Circuits;
import fr.vaguemestre.correspondence.Category;
import fr.vaguemestre.correspondence.Channel;
import fr.vaguemestre.filing.Tags;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.web.organisation.Addressees;
import fr.vaguemestre.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the conditions of a rule may be compared with, in words. */
@Named
@RequestScoped
public class RuleWords {
  @Inject Circuits circuits;
  @Inject Typology typology;
  @Inject Organisation organisation;
  @Inject Addressees addressees;
  @Inject Tags tags;
  @Inject Texts texts;
  @Inject CurrentReader reader;
  private final Map<Criterion, List<Choice>> known = new EnumMap<>(Criterion.class);

  /** A code and its label. */
  public record Choice(String code, String label) {}

  public Criterion[] getCriteria() {
    return Criterion.values();
  }

  /** The choices of a criterion whose values are ticked in a list. */
  public List<Choice> choices(Criterion criterion) {
    return known.computeIfAbsent(criterion, this::read);
  }

  private List<Choice> read(Criterion criterion) {
    return switch (criterion.operand()) {
      case STATE ->
          circuits.stateLabels().entrySet().stream()
              .map(e -> new Choice(e.getKey(), e.getValue()))
              .toList();
      case TYPE -> typology.types().stream().map(t -> new Choice(t.code(), t.label())).toList();
      case PRIORITY ->
          typology.priorities().stream().map(p -> new Choice(p.code(), p.label())).toList();
      case CATEGORY -> named("basket.category.", Category.values());
      case CHANNEL -> named("correspondence.by.", Channel.values());
      default -> List.of();
    };
  }

  public List<String> units(String typed) {
    return addressees.suggestUnits(typed).stream()
        .map(name -> written(name, addressees.unit("rule", name)))
        .toList();
  }

  public List<String> agents(String typed) {
    return organisation.agents(typed).stream()
        .filter(a -> a.active())
        .map(a -> written(a.name(), a.login()))
        .toList();
  }

  public List<String> tags(String typed) {
    return tags.suggest(reader.get(), typed);
  }

  /** A code as its field writes it: "Voirie (VOI)"; a tag is its own label. */
  String written(Operand operand, String code) {
    return switch (operand) {
      case UNIT -> written(addressees.unitName(code), code);
      case AGENT -> written(addressees.agentName(code), code);
      default -> code;
    };
  }

  static String code(Operand operand, String written) {
    return operand == Operand.TAG || !written.endsWith(")")
        ? written
        : written.substring(written.lastIndexOf('(') + 1, written.length() - 1);
  }

  private static String written(String label, String code) {
    return label + " (" + code + ")";
  }

  private List<Choice> named(String key, Enum<?>[] constants) {
    return Stream.of(constants).map(c -> new Choice(c.name(), texts.get(key + c.name()))).toList();
  }
}
