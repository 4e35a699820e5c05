package fr.vaguemestre.it;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.basket.BasketRule;
import fr.vaguemestre.basket.Criterion;
import fr.vaguemestre.basket.RuleNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a basket's rule means, in plain Java over plain facts: written from the words of each
 * criterion.
 */
final class RuleOracle {
  private final LocalDate today;
  private final Map<Long, Long> parents;
  private final Map<String, Long> units;
  private final Map<String, Long> agents;

  RuleOracle(
      LocalDate today, Map<Long, Long> parents, Map<String, Long> units, Map<String, Long> agents) {
    this.today = today;
    this.parents = parents;
    this.units = units;
    this.agents = agents;
  }

  /** A letter and everything said of it. */
  record Letter(
      long id,
      String state,
      boolean closed,
      String type,
      String category,
      String channel,
      String priority,
      LocalDate deadline,
      LocalDate arrival,
      long unit,
      Long assignee,
      boolean confidential,
      List<Copy> copies,
      List<Asked> asked,
      List<Task> tasks,
      List<Transmission> transmissions,
      List<Step> steps,
      Set<Long> followers,
      Set<Long> readers,
      Set<String> tags,
      Set<Boolean> quarantine,
      Set<String> tokens) {
    boolean held() {
      return quarantine.contains(true);
    }
  }

  record Copy(String role, Long agent, Long unit) {}

  /** {@code waiting}: the turn of whoever is asked has not come. */
  record Asked(long by, Long ofAgent, Long ofUnit, boolean awaited, boolean waiting) {}

  record Task(long by, long askingUnit, long ofUnit, boolean awaited) {}

  record Transmission(LocalDate expectedOn, boolean undelivered, boolean out) {}

  record Step(long round, String kind, long agent, String status) {}

  boolean holds(BasketRule rule, Reader me, Letter letter) {
    return (rule.closed() || !letter.closed())
        && (rule.root().speaksOf(Criterion.QUARANTINED) || !letter.held())
        && holds(rule.root(), me, letter);
  }

  private boolean holds(RuleNode node, Reader me, Letter letter) {
    return switch (node) {
      case RuleNode.All all -> all.of().stream().allMatch(n -> holds(n, me, letter));
      case RuleNode.Any any -> any.of().stream().anyMatch(n -> holds(n, me, letter));
      case RuleNode.Not not -> !holds(not.of(), me, letter);
      case RuleNode.Test test -> test(test, me, letter);
    };
  }

  private boolean test(RuleNode.Test test, Reader me, Letter l) {
    var of = test.of();
    return switch (test.is()) {
      case VISIBLE -> true;
      case TO_ME -> l.assignee() == null ? sits(me, l.unit()) : mine(me, l);
      case MY_BRANCH -> me.branch().contains(l.unit());
      case IN_COPY ->
          l.copies().stream()
              .anyMatch(c -> c.role().equals("COPY") && concerns(me, c.agent(), c.unit()));
      case CONTRIBUTION_TO_GIVE ->
          l.asked().stream()
              .anyMatch(a -> a.awaited() && !a.waiting() && concerns(me, a.ofAgent(), a.ofUnit()));
      case CONTRIBUTION_AWAITED ->
          l.asked().stream().anyMatch(a -> a.awaited() && a.by() == me.agent());
      case TASK_TO_DO -> l.tasks().stream().anyMatch(t -> t.awaited() && sits(me, t.ofUnit()));
      case TASK_AWAITED ->
          l.tasks().stream()
              .anyMatch(t -> t.awaited() && (t.by() == me.agent() || sits(me, t.askingUnit())));
      case TO_VISA -> myTurn(me, l, "VISA");
      case TO_SIGN -> myTurn(me, l, "SIGNATURE");
      case PAPER_AT_HAND ->
          l.steps().stream()
              .anyMatch(s -> s.status().equals("CURRENT") && s.kind().equals("PAPER"));
      case RETURNED -> {
        var last = l.steps().stream().mapToLong(Step::round).max().orElse(0);
        yield l.steps().stream().anyMatch(s -> s.round() == last && s.status().equals("REFUSED"));
      }
      case RETURN_LATE ->
          l.transmissions().stream()
              .filter(Transmission::out)
              .anyMatch(
                  t -> t.undelivered() || t.expectedOn() != null && t.expectedOn().isBefore(today));
      case FOLLOWED -> l.followers().contains(me.agent());
      case UNREAD -> !l.readers().contains(me.agent());
      case TAG -> of.stream().anyMatch(t -> l.tags().contains(t.toLowerCase(Locale.ROOT)));
      case STATE -> of.contains(l.state());
      case TYPE -> of.contains(l.type());
      case CATEGORY -> of.contains(l.category());
      case CHANNEL -> of.contains(l.channel());
      case PRIORITY -> of.contains(l.priority());
      case UNIT_IS -> of.stream().map(units::get).anyMatch(u -> u == l.unit());
      case UNIT_UNDER -> of.stream().map(units::get).anyMatch(u -> above(l.unit()).contains(u));
      case ASSIGNED_TO_ME -> l.assignee() != null && mine(me, l);
      case ASSIGNED_TO_NOBODY -> l.assignee() == null;
      case ASSIGNED_TO ->
          l.assignee() != null
              && of.stream().map(agents::get).anyMatch(a -> a.equals(l.assignee()));
      case LATE -> l.deadline() != null && l.deadline().isBefore(today);
      case DUE_WITHIN ->
          l.deadline() != null
              && !l.deadline().isBefore(today)
              && !l.deadline().isAfter(today.plusDays(test.days()));
      case NO_DEADLINE -> l.deadline() == null;
      case ARRIVED_WITHIN -> !l.arrival().isBefore(today.minusDays(test.days()));
      case ARRIVED_BEFORE -> l.arrival().isBefore(today.minusDays(test.days()));
      case CONFIDENTIAL -> l.confidential();
      case CLOSED -> l.closed();
      case QUARANTINED -> l.held();
      case ABUSE_SUSPECTED -> l.quarantine().contains(false);
    };
  }

  private static boolean mine(Reader me, Letter l) {
    return l.assignee() == me.agent();
  }

  private static boolean sits(Reader me, Long unit) {
    return unit != null && me.ownUnits().contains(unit);
  }

  private static boolean concerns(Reader me, Long agent, Long unit) {
    return agent != null && agent == me.agent() || sits(me, unit);
  }

  private static boolean myTurn(Reader me, Letter l, String kind) {
    return l.steps().stream()
        .anyMatch(
            s -> s.status().equals("CURRENT") && s.kind().equals(kind) && s.agent() == me.agent());
  }

  private Set<Long> above(long unit) {
    var path = new HashSet<Long>();
    for (Long at = unit; at != null; at = parents.get(at)) {
      path.add(at);
    }
    return path;
  }
}
