package fr.vaguemestre.organisation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who stands in for whom, basket by basket, at one instant (ORG5). A basket follows the chain: when
 * the replacement is away too and shares the same basket, it goes on to their replacement. Where a
 * chain comes back to someone in it, nobody inherits along that loop.
 */
public final class Replacements {
  private Replacements() {}

  /**
   * One basket of an absent agent, given to one colleague from an instant (included) until another
   * (excluded).
   */
  public record Share(long absent, String basket, long replacement, Instant from, Instant until) {
    public boolean runs(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  /** What one absent agent leaves to one reader: baskets, and until when the first of them. */
  public record Held(Set<String> baskets, Instant until) {
    private Held with(String basket, Instant end) {
      var more = new TreeSet<>(baskets);
      more.add(basket);
      return new Held(more, end.isBefore(until) ? end : until);
    }
  }

  /** A basket that comes back to where it started: the agents on its way, the first one first. */
  public record Loop(String basket, List<Long> agents) {}

  /** For whom this agent stands in at that instant, and for which baskets; by absent agent. */
  public static Map<Long, Held> heldBy(long agent, Collection<Share> shares, Instant at) {
    var held = new TreeMap<Long, Held>();
    for (var basket : running(shares, at).values()) {
      var whole = basket.stream().filter(share -> !onALoop(share, basket)).toList();
      reached(agent, whole)
          .forEach(
              (absent, until) ->
                  held.merge(
                      absent,
                      new Held(Set.of(whole.getFirst().basket()), until),
                      (one, more) -> one.with(more.baskets().iterator().next(), more.until())));
    }
    return held;
  }

  /** The next instant at which one of the shares begins or ends. */
  public static Optional<Instant> nextChange(Collection<Share> shares, Instant at) {
    return shares.stream()
        .flatMap(share -> Stream.of(share.from(), share.until()))
        .filter(at::isBefore)
        .min(Instant::compareTo);
  }

  /** The loops an agent's shares are part of, at any moment of their time. */
  public static Set<Loop> loops(long agent, Collection<Share> shares) {
    var loops = new LinkedHashSet<Loop>();
    shares.stream()
        .map(Share::from)
        .distinct()
        .sorted()
        .forEach(
            at ->
                running(shares, at)
                    .forEach(
                        (basket, same) ->
                            way(agent, agent, same, new HashSet<>())
                                .ifPresent(way -> loops.add(new Loop(basket, way)))));
    return loops;
  }

  private static Map<String, List<Share>> running(Collection<Share> shares, Instant at) {
    var byBasket = new TreeMap<String, List<Share>>();
    for (var share : shares) {
      if (share.runs(at)) {
        byBasket.computeIfAbsent(share.basket(), b -> new ArrayList<>()).add(share);
      }
    }
    return byBasket;
  }

  private static boolean onALoop(Share share, List<Share> basket) {
    return way(share.replacement(), share.absent(), basket, new HashSet<>()).isPresent();
  }

  /** The absent agents whose basket ends with this one, each with the end of the way to them. */
  private static Map<Long, Instant> reached(long agent, List<Share> basket) {
    var ends = new HashMap<Long, Instant>();
    var next = new ArrayDeque<Long>(List.of(agent));
    while (!next.isEmpty()) {
      var here = next.poll();
      for (var share : basket) {
        if (share.replacement() == here && share.absent() != agent) {
          var end = ends.getOrDefault(here, Instant.MAX);
          if (ends.putIfAbsent(share.absent(), min(end, share.until())) == null) {
            next.add(share.absent());
          }
        }
      }
    }
    return ends;
  }

  /** The agents from one to the other, the last left out; empty when there is no way. */
  private static Optional<List<Long>> way(
      long from, long to, List<Share> basket, Set<Long> passed) {
    if (!passed.add(from)) {
      return Optional.empty();
    }
    for (var share : basket) {
      if (share.absent() == from) {
        var on =
            share.replacement() == to
                ? Optional.of(List.<Long>of())
                : way(share.replacement(), to, basket, passed);
        if (on.isPresent()) {
          return Optional.of(Stream.concat(Stream.of(from), on.get().stream()).toList());
        }
      }
    }
    return Optional.empty();
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
