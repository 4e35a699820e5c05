package fr.vaguemestre.correspondence;

import fr.vaguemestre.access.Loans;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.StandIn;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.Check;
import fr.vaguemestre.circuit.CircuitVersion;
import fr.vaguemestre.circuit.CircuitVersions;
import fr.vaguemestre.circuit.Doorkeeper;
import fr.vaguemestre.circuit.Effect;
import fr.vaguemestre.circuit.Participation;
import fr.vaguemestre.circuit.Transition;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.outbox.IndexQueue;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one door to a correspondence's life. Features come here first, then do what the action means
 * on the letter they are given; the door knows no feature. {@link #offered} reads the same rules
 * for buttons, links and bulk actions.
 */
@Stateless
public class CorrespondenceActions {
  @PersistenceContext EntityManager em;
  @Inject Journal journal;
  @Inject IndexQueue index;
  @Inject CircuitVersions circuits;
  @Inject Clock clock;
  @Inject @Any Instance<Check> checks;
  @Inject @Any Instance<Participation> participations;
  @Inject Loans loans;
  @Inject @Any Instance<Doorkeeper> doorkeepers;
  @Inject Event<LetterClosed> closed;

  public Correspondence begin(Reader reader, long id, long seenVersion, Action action) {
    return begin(reader, id, seenVersion, action, Map.of(), null);
  }

  /**
   * Finds the letter if visible, makes sure that it has not changed since the reader saw it, moves
   * its state along the transition that is open to this reader, writes the journal; all in the
   * caller's transaction.
   *
   * @param facts codes and ids for the journal, sealed
   * @param words what the reader wrote (reason, note) for the journal, erasable; null for none
   * @throws Refusal NOT_FOUND when absent or invisible, STALE when changed meanwhile, CONFLICT when
   *     reserved by somebody else, FORBIDDEN or CONFLICT when no transition is open
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Correspondence begin(
      Reader reader, long id, long seenVersion, Action action, Map<String, ?> facts, String words) {
    var letter = unchanged(reader, id, seenVersion, action);
    var acting = acting(reader, letter, action);
    var way = open(acting, letter, action);
    standing(letter).refuseWithout(way.required(), words);
    return move(acting, letter, way, facts, words);
  }

  /**
   * What takes all that an action takes and does not move the letter; refused like {@link #begin}.
   *
   * @param deed its name in the journal
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Correspondence beginStaying(
      Reader reader,
      long id,
      long seenVersion,
      Action action,
      String deed,
      Map<String, ?> facts,
      String words) {
    var letter = unchanged(reader, id, seenVersion, action);
    var acting = acting(reader, letter, action);
    open(acting, letter, action);
    journal.record(acting, id, deed, letter.state(), letter.state(), facts, words);
    index.add(id);
    return letter;
  }

  private Correspondence unchanged(Reader reader, long id, long seenVersion, Action action) {
    var letter = visible(reader, id);
    doorkeepers.forEach(keeper -> keeper.pass(reader, id, action));
    if (letter.version() != seenVersion) {
      throw Refusal.stale();
    }
    em.lock(letter, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    return letter;
  }

  /**
   * The application's own move, such as a mail that came back: along a SYSTEM transition, whoever's
   * turn it is. Where the circuit has none the letter stays, and the journal says it all the same.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void beginBySystem(
      Reader onBehalfOf, long id, Action action, Map<String, ?> facts, String words) {
    var letter = em.find(Correspondence.class, id);
    var way =
        circuit(letter).from(letter.state()).stream()
            .filter(t -> t.action() == action && t.bySystem())
            .findFirst();
    if (way.isPresent()) {
      move(onBehalfOf, letter, way.get(), facts, words);
    } else {
      journal.record(onBehalfOf, id, action.name(), letter.state(), letter.state(), facts, words);
      index.add(id);
    }
  }

  /**
   * What a deed that passed brings with it: the letter goes the way of another action, whose right
   * is not asked for; where its state has none it stays. Whether it went.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public boolean bring(Reader acting, Correspondence letter, Action action) {
    var way =
        circuit(letter).from(letter.state()).stream()
            .filter(t -> t.action() == action && t.unmet(standing(letter)).isEmpty())
            .findFirst();
    way.ifPresent(t -> move(acting, letter, t, Map.of(), null));
    return way.isPresent();
  }

  /**
   * Hands on what a closed unit or agent held: no action of the circuit, so the state stays;
   * whoever closed it acts, whether they see the letter or not.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Correspondence reassign(Reader by, long id, Map<String, ?> facts) {
    var letter = em.find(Correspondence.class, id);
    em.lock(letter, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    journal.record(by, id, "REASSIGN", letter.state(), letter.state(), facts, null);
    index.add(id);
    return letter;
  }

  /**
   * Makes sure that people and tools may add to a letter of theirs; in the transaction that adds.
   *
   * @throws Refusal CONFLICT when a feature says no
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void openToAdditions(long id) {
    // Read first: who changes the letter after the keepers have looked makes this version stale.
    em.find(Correspondence.class, id);
    doorkeepers.forEach(keeper -> keeper.receive(id));
  }

  /**
   * What happens to a letter from outside: what people add to their own through the machine account
   * that brought it, what silence decides. No action of the circuit, so the state stays, whoever's
   * turn it is. The caller has made sure that it concerns this letter.
   *
   * @param what the journal's name for it
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Correspondence fromOutside(
      Reader by, long id, String what, Map<String, ?> facts, String words) {
    var letter = em.find(Correspondence.class, id);
    em.lock(letter, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    journal.record(by, id, what, letter.state(), letter.state(), facts, words);
    index.add(id);
    return letter;
  }

  /**
   * Moves a letter to another version of its circuit: an action of neither, asked for by whoever
   * administers circuits, whether they see the letter or not.
   *
   * @throws Refusal STALE when it no longer stands in the state it is moved from
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void changeCircuit(Reader by, long id, String from, CircuitVersion circuit, String state) {
    var letter = em.find(Correspondence.class, id);
    if (!letter.state().equals(from)) {
      throw Refusal.stale();
    }
    em.lock(letter, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    journal.record(
        by,
        id,
        "CHANGE_CIRCUIT",
        from,
        state,
        Map.of("from", circuit(letter).number(), "to", circuit.number()),
        null);
    letter.follow(circuit, state, clock.instant());
    index.add(id);
  }

  /** What this reader may do with this letter now, in the circuit's order; one line per action. */
  public List<OfferedAction> offered(Reader reader, long id) {
    var letter = visible(reader, id);
    var names = names(reader, letter).toList();
    return ways(letter).stream()
        .flatMap(t -> offered(names, letter, t).stream())
        .filter(new java.util.HashSet<>()::add)
        .toList();
  }

  /** Whether {@link #offered} has this action. */
  public boolean offers(Reader reader, long id, Action action) {
    var letter = visible(reader, id);
    var names = names(reader, letter).toList();
    return ways(letter, action).stream().anyMatch(t -> offered(names, letter, t).isPresent());
  }

  /**
   * In whose name this reader does it: their own when they may, else that of the first absent
   * colleague who may and whose shared baskets hold the letter (ORG5). For features that record who
   * acted; {@link #begin} decides the same.
   */
  public Reader acting(Reader reader, long id, Action action) {
    return acting(reader, visible(reader, id), action);
  }

  /** The letter, if this reader sees it: for features' reads that change nothing. */
  public Correspondence visible(Reader reader, long id) {
    var letter = em.find(Correspondence.class, id);
    if (letter == null || !sees(reader, letter)) {
      throw Refusal.notFound();
    }
    return letter;
  }

  private boolean sees(Reader reader, Correspondence letter) {
    return Visibility.sees(reader.tokens(), letter.audience())
        || reader.standIns().stream().anyMatch(standIn -> loans.cover(standIn, letter.id()));
  }

  private CircuitVersion circuit(Correspondence letter) {
    return circuits.of(letter.circuitVersion());
  }

  private Optional<OfferedAction> offered(List<Reader> names, Correspondence letter, Transition t) {
    return names.stream()
        .filter(name -> permitted(name, letter, t))
        .findFirst()
        .filter(name -> t.unmet(standing(letter)).isEmpty())
        .map(
            name ->
                new OfferedAction(
                    t.action(),
                    t.label(),
                    t.prominence(),
                    t.to(),
                    name.inPlaceOf() == null ? null : name.name()));
  }

  private Reader acting(Reader reader, Correspondence letter, Action action) {
    var ways = ways(letter, action);
    return names(reader, letter)
        .filter(name -> ways.stream().anyMatch(t -> permitted(name, letter, t)))
        .findFirst()
        .orElse(reader);
  }

  /** In whose names this reader can try to act on the letter: their own first. */
  private Stream<Reader> names(Reader reader, Correspondence letter) {
    return Stream.concat(
        Stream.of(reader),
        reader.standIns().stream()
            .filter(standIn -> loans.cover(standIn, letter.id()))
            .map(StandIn::reader));
  }

  private List<Transition> ways(Correspondence letter, Action action) {
    return ways(letter).stream().filter(t -> t.action() == action).toList();
  }

  /** Those of its circuit, as the doorkeepers leave them. */
  private List<Transition> ways(Correspondence letter) {
    var ways = circuit(letter).from(letter.state());
    for (var keeper : doorkeepers) {
      ways = keeper.ways(letter.id(), letter.state(), ways);
    }
    return ways;
  }

  private Correspondence move(
      Reader reader,
      Correspondence letter,
      Transition transition,
      Map<String, ?> facts,
      String words) {
    var to = circuit(letter).state(transition.to());
    journal.record(
        reader, letter.id(), transition.action().name(), letter.state(), to.code(), facts, words);
    boolean closing = to.closed() && !letter.closed();
    letter.enter(to, clock.instant());
    transition.effects().forEach(effect -> follow(effect, reader, letter));
    index.add(letter.id());
    if (closing) {
      closed.fire(new LetterClosed(letter.id(), clock.instant()));
    }
    return letter;
  }

  private void follow(Effect effect, Reader reader, Correspondence letter) {
    switch (effect) {
      case TAKE -> letter.assign(letter.unit(), em.find(Agent.class, reader.agent()));
      case RELEASE -> letter.assign(letter.unit(), null);
    }
  }

  private Transition open(Reader reader, Correspondence letter, Action action) {
    var ways = ways(letter, action);
    if (ways.isEmpty()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "circuit.not-in-this-state");
    }
    var permitted = ways.stream().filter(t -> permitted(reader, letter, t)).toList();
    if (permitted.isEmpty()) {
      throw Refusal.forbidden();
    }
    var standing = standing(letter);
    return permitted.stream()
        .filter(t -> t.unmet(standing).isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "circuit.condition." + permitted.getFirst().unmet(standing).orElseThrow()));
  }

  private boolean permitted(Reader reader, Correspondence letter, Transition transition) {
    return Visibility.sees(reader.tokens(), letter.audience())
        && transition.obstacle(reader, standing(letter)).isEmpty();
  }

  private Standing standing(Correspondence letter) {
    return new Standing(letter, checks, participations);
  }
}
