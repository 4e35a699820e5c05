package fr.vaguemestre.web.circuit;

import fr.vaguemestre.access.Right;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.Condition;
import fr.vaguemestre.circuit.Effect;
import fr.vaguemestre.circuit.Requirement;
import fr.vaguemestre.circuit.Transition;
import fr.vaguemestre.circuit.WayWish;
import fr.vaguemestre.circuit.Who;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a transition while it is being made; several of a kind by their names. */
public class WayForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private Action action;
  private String from;
  private String to;
  private Right right;
  private Who who = Who.HANDLER;
  private List<String> conditions = new ArrayList<>();
  private List<String> effects = new ArrayList<>();
  private List<String> required = new ArrayList<>();
  private String label;
  private Transition.Prominence prominence = Transition.Prominence.MORE;
  private int position;

  void show(Transition way, int place) {
    action = way.action();
    from = way.from();
    to = way.to();
    right = way.right();
    who = way.who();
    conditions = names(way.conditions());
    effects = names(way.effects());
    required = names(way.required());
    label = way.label();
    prominence = way.prominence();
    position = place;
  }

  WayWish wish() {
    return new WayWish(
        action,
        from,
        to,
        right,
        who,
        constants(conditions, Condition::valueOf),
        constants(effects, Effect::valueOf),
        constants(required, Requirement::valueOf),
        label,
        prominence,
        position);
  }

  private static List<String> names(Collection<? extends Enum<?>> constants) {
    return new ArrayList<>(constants.stream().map(Enum::name).sorted().toList());
  }

  private static <E> Set<E> constants(List<String> names, Function<String, E> constant) {
    return names == null
        ? Set.of()
        : names.stream().map(constant).collect(Collectors.toUnmodifiableSet());
  }

  public Action getAction() {
    return action;
  }

  public void setAction(Action action) {
    this.action = action;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public Right getRight() {
    return right;
  }

  public void setRight(Right right) {
    this.right = right;
  }

  public Who getWho() {
    return who;
  }

  public void setWho(Who who) {
    this.who = who;
  }

  public List<String> getConditions() {
    return conditions;
  }

  public void setConditions(List<String> conditions) {
    this.conditions = conditions;
  }

  public List<String> getEffects() {
    return effects;
  }

  public void setEffects(List<String> effects) {
    this.effects = effects;
  }

  public List<String> getRequired() {
    return required;
  }

  public void setRequired(List<String> required) {
    this.required = required;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public Transition.Prominence getProminence() {
    return prominence;
  }

  public void setProminence(Transition.Prominence prominence) {
    this.prominence = prominence;
  }

  public int getPosition() {
    return position;
  }

  public void setPosition(int position) {
    this.position = position;
  }
}
