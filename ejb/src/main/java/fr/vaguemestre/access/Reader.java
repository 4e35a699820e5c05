package fr.vaguemestre.access;

import fr.vaguemestre.platform.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who asks, with all that decides what they see (tokens) and do (rights), fixed for one request.
 * {@code ownUnits} are the units they sit in, {@code branch} those and everything below; {@code
 * grants} are their rights, each with where it holds.
 *
 * <p>{@code standIns} are the absent colleagues they act for now, each a reader of its own whose
 * {@code actor} is this agent (ORG5); for oneself {@code actor} is the agent. {@code tokens} are
 * their own: what is lent is lent letter by letter ({@link Visibility}). {@code absentUntil} is
 * null for whoever is not absent.
 */
public record Reader(
    int tenant,
    long agent,
    String login,
    String name,
    String jobTitle,
    String mainUnit,
    int credentialVersion,
    Set<Long> ownUnits,
    Set<Long> branch,
    Map<Right, Perimeter> grants,
    Set<String> tokens,
    long actor,
    List<StandIn> standIns,
    Instant absentUntil) {
  public Reader {
    ownUnits = Set.copyOf(ownUnits);
    branch = Set.copyOf(branch);
    grants = Map.copyOf(grants);
    tokens = Set.copyOf(tokens);
    standIns = List.copyOf(standIns);
  }

  /** Someone for themselves alone. */
  public Reader(
      int tenant,
      long agent,
      String login,
      String name,
      String jobTitle,
      String mainUnit,
      int credentialVersion,
      Set<Long> ownUnits,
      Set<Long> branch,
      Map<Right, Perimeter> grants,
      Set<String> tokens) {
    this(
        tenant,
        agent,
        login,
        name,
        jobTitle,
        mainUnit,
        credentialVersion,
        ownUnits,
        branch,
        grants,
        tokens,
        agent,
        List.of(),
        null);
  }

  /** The same without what absent colleagues lend. */
  public Reader alone() {
    return standIns.isEmpty() ? this : with(List.of(), absentUntil);
  }

  /** In whose place this reader acts; null when for themselves. */
  public Long inPlaceOf() {
    return actor == agent ? null : agent;
  }

  /** A machine account: of no reader else, not even a lent one, the tokens are none. */
  public boolean machine() {
    return tokens.isEmpty();
  }

  public Set<Right> rights() {
    return grants.keySet();
  }

  /** Whether they have the right, somewhere at least. */
  public boolean may(Right right) {
    return grants.containsKey(right);
  }

  /** Whether the right holds on this unit; {@code null} is the town as a whole. */
  public boolean may(Right right, Long unit) {
    return switch (grants.get(right)) {
      case null -> false;
      case TOWN -> true;
      case BRANCH -> unit != null && branch.contains(unit);
      case OWN_UNIT -> unit != null && ownUnits.contains(unit);
    };
  }

  /** Whether they have the right themselves, or an absent colleague lends it. */
  public boolean mayForSomeone(Right right) {
    return Stream.concat(Stream.of(this), standIns.stream().map(StandIn::reader))
        .anyMatch(reader -> reader.may(right));
  }

  /** The units the right holds on; null for the whole town, none without the right. */
  public Set<Long> within(Right right) {
    return switch (grants.get(right)) {
      case null -> Set.of();
      case TOWN -> null;
      case BRANCH -> branch;
      case OWN_UNIT -> ownUnits;
    };
  }

  /**
   * @throws Refusal of kind FORBIDDEN
   */
  public void need(Right right) {
    if (!may(right)) {
      throw Refusal.forbidden();
    }
  }

  /**
   * @throws Refusal of kind FORBIDDEN
   */
  public void need(Right right, Long unit) {
    if (!may(right, unit)) {
      throw Refusal.forbidden();
    }
  }

  Reader with(List<StandIn> colleagues, Instant away) {
    return new Reader(
        tenant,
        agent,
        login,
        name,
        jobTitle,
        mainUnit,
        credentialVersion,
        ownUnits,
        branch,
        grants,
        tokens,
        actor,
        colleagues,
        away);
  }

  /** This reader, absent, cut down to what is lent; whatever is done is done by the actor. */
  Reader lentTo(long replacement, Lending lending) {
    var units = lending.ownUnits() ? ownUnits : Set.<Long>of();
    var below = lending.branch() ? branch : units;
    var lent = new HashMap<>(grants);
    lent.keySet().retainAll(lending.rights());
    return new Reader(
        tenant,
        agent,
        login,
        name,
        jobTitle,
        mainUnit,
        credentialVersion,
        units,
        below,
        lent,
        Visibility.lentBy(agent, below),
        replacement,
        List.of(),
        null);
  }
}
