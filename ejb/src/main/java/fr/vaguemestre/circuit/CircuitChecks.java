package fr.vaguemestre.circuit;

import static fr.vaguemestre.circuit.Finding.Level.ERROR;
import static fr.vaguemestre.circuit.Finding.Level.WARNING;

import fr.vaguemestre.access.Right;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What must be true of a circuit before letters are put into it (CIR1): every state is reached and
 * left, every question has one answer, somebody may do every action.
 */
public final class CircuitChecks {
  private final List<State> states;
  private final List<Transition> ways;
  private final Town town;
  private final Set<String> codes;
  private final List<Finding> found = new ArrayList<>();

  /**
   * What a circuit needs of its town.
   *
   * @param held the rights that at least one active agent has
   * @param templates whether there is an active letter template
   */
  public record Town(Set<Right> held, boolean templates) {}

  private CircuitChecks(List<State> states, List<Transition> ways, Town town) {
    this.states = states;
    this.ways = ways;
    this.town = town;
    this.codes = states.stream().map(State::code).collect(Collectors.toSet());
  }

  /** Everything that is wrong, the errors first, each in the circuit's order. */
  public static List<Finding> of(List<State> states, List<Transition> ways, Town town) {
    var checks = new CircuitChecks(states, ways, town);
    checks.starts();
    checks.walks();
    checks.ways.forEach(checks::way);
    checks.answers();
    return checks.found.stream().sorted(Comparator.comparing(Finding::level)).toList();
  }

  /** A letter begins in the one first state, or outside the circuit when sensitive (O4). */
  private void starts() {
    var first = states.stream().filter(State::initial).toList();
    if (first.isEmpty()) {
      found.add(Finding.whole(ERROR, "circuit.no-first"));
    }
    first.stream().skip(1).forEach(s -> found.add(Finding.at(ERROR, "circuit.two-firsts", s)));
    first.stream()
        .filter(s -> s.closed() || !s.inCircuit())
        .forEach(s -> found.add(Finding.at(ERROR, "circuit.first-is-no-start", s)));
    if (states.stream().allMatch(State::inCircuit)) {
      found.add(Finding.whole(ERROR, "circuit.no-outside"));
    }
  }

  private void walks() {
    var starts = new ArrayList<>(codes(State::initial));
    states.stream().filter(s -> !s.inCircuit()).findFirst().ifPresent(s -> starts.add(s.code()));
    var reached = spread(starts, Transition::from, Transition::to);
    var ending = spread(codes(State::closed), Transition::to, Transition::from);
    for (var state : states) {
      if (!reached.contains(state.code())) {
        found.add(Finding.at(ERROR, "circuit.unreachable", state));
      }
      boolean left =
          ways.stream().anyMatch(w -> w.from().equals(state.code()) && w.moves() && known(w));
      if (!state.closed() && !left) {
        found.add(Finding.at(ERROR, "circuit.dead-end", state));
      } else if (!ending.contains(state.code())) {
        found.add(Finding.at(ERROR, "circuit.never-closed", state));
      }
    }
  }

  private void way(Transition way) {
    if (!known(way)) {
      var missing = codes.contains(way.from()) ? way.to() : way.from();
      error(way, "circuit.unknown-state", missing);
    }
    if (way.action().bySystem() != way.bySystem()) {
      error(way, way.bySystem() ? "circuit.not-by-system" : "circuit.by-system-only");
    }
    if (way.right() != null && !way.bySystem() && !town.held().contains(way.right())) {
      error(way, "circuit.nobody-may", way.right().name());
    }
    way.lacks().forEach(lack -> error(way, lack.key()));
    if (exclusive(way.conditions(), way.conditions())) {
      error(way, "circuit.never-open");
    }
    if (!way.effects().stream().allMatch(e -> e.fits(way.action())) || way.effects().size() > 1) {
      error(way, "circuit.wrong-effect");
    }
    if (!way.required().stream().allMatch(r -> r.fits(way.action()))) {
      error(way, "circuit.wrong-field");
    }
    if (way.action() == Action.SEND
        && way.moves()
        && none(w -> w.action() == Action.RETURN && w.from().equals(way.to()))) {
      error(way, "circuit.no-way-back");
    }
    if (way.action() == Action.DRAFT && !town.templates()) {
      warn(way, "circuit.no-template");
    }
    if (way.who() == Who.CONTRIBUTOR && none(w -> w.action() == Action.REQUEST_CONTRIBUTION)) {
      warn(way, "circuit.nobody-asks");
    }
    if (way.who() == Who.TASKED && none(w -> w.action() == Action.REQUEST_TASK)) {
      warn(way, "circuit.no-task-asked");
    }
    if (way.who() == Who.APPROVER && none(w -> w.action() == Action.SUBMIT)) {
      warn(way, "circuit.nothing-submitted");
    }
  }

  /** Two transitions answer one question when one letter could take both. */
  private void answers() {
    for (int i = 0; i < ways.size(); i++) {
      var one = ways.get(i);
      for (int j = i + 1; j < ways.size(); j++) {
        var other = ways.get(j);
        if (one.from().equals(other.from())
            && one.action() == other.action()
            && one.bySystem() == other.bySystem()
            && !exclusive(one.conditions(), other.conditions())) {
          found.add(
              new Finding(
                  ERROR,
                  "circuit.two-answers",
                  other.from(),
                  j,
                  List.of(other.label(), one.label())));
        }
      }
    }
  }

  private List<String> codes(Predicate<State> which) {
    return states.stream().filter(which).map(State::code).toList();
  }

  private boolean known(Transition way) {
    return codes.contains(way.from()) && codes.contains(way.to());
  }

  private boolean none(Predicate<Transition> which) {
    return ways.stream().noneMatch(which);
  }

  private Set<String> spread(
      Collection<String> starts,
      Function<Transition, String> near,
      Function<Transition, String> far) {
    var seen = new HashSet<>(starts);
    var open = new ArrayDeque<>(starts);
    while (!open.isEmpty()) {
      var at = open.poll();
      ways.stream()
          .filter(w -> known(w) && near.apply(w).equals(at))
          .map(far)
          .filter(seen::add)
          .forEach(open::add);
    }
    return seen;
  }

  private static boolean exclusive(Set<Condition> ones, Set<Condition> others) {
    return ones.stream().anyMatch(one -> others.stream().anyMatch(one::excludes));
  }

  private void error(Transition way, String key, String... more) {
    found.add(Finding.at(ERROR, key, ways, way, more));
  }

  private void warn(Transition way, String key) {
    found.add(Finding.at(WARNING, key, ways, way));
  }
}
