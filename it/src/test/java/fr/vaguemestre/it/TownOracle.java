package fr.vaguemestre.it;

import fr.vaguemestre.organisation.AgentWish;
import fr.vaguemestre.organisation.UnitKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who sees what in a small town, told from the rule sheet alone (O4 to O8, ORG5) and from what was
 * asked of the services, never from what they wrote.
 */
final class TownOracle {
  /** Code of each unit, with the one above it; the top has none. */
  final Map<String, String> above = new TreeMap<>();

  final Map<String, UnitKind> kinds = new TreeMap<>();
  final Map<String, AgentWish> agents = new TreeMap<>();
  final List<Letter> letters = new ArrayList<>();
  final List<Share> shares = new ArrayList<>();

  /** A basket that an absent agent gives to a colleague, in force or not. */
  record Share(String absent, String basket, String replacement, boolean runs) {}

  /** The baskets that can be shared in these towns. */
  static final List<String> BASKETS =
      List.of("A_MOI", "IN_COPY", "MY_DIRECTION", "TASKS_TO_DO", "CONTRIBUTIONS_TO_GIVE");

  /** A letter as it stands; logins and unit codes. */
  static final class Letter {
    final long id;
    final String word;
    final String registrant;
    final boolean confidential;
    final boolean sensitive;
    final Set<String> copies = new HashSet<>();

    /**
     * Units of which a task is asked and not withdrawn, and those of them that have not answered.
     */
    final Set<String> tasks = new HashSet<>();

    final Set<String> awaited = new HashSet<>();
    int asked;

    /**
     * Logins and units of whom an opinion is asked whose turn has come and that is not withdrawn,
     * and those of them that have not given it.
     */
    final Set<String> consulted = new HashSet<>();

    final Set<String> turns = new HashSet<>();
    int opinions;
    String unit;
    String assignee;

    boolean noted;

    /**
     * The only unit that may read its note, besides the author; null for all who see the letter.
     */
    String noteUnit;

    boolean inCircuit;

    Letter(
        long id,
        String word,
        String registrant,
        String unit,
        boolean confidential,
        boolean sensitive) {
      this.id = id;
      this.word = word;
      this.registrant = registrant;
      this.unit = unit;
      this.confidential = confidential;
      this.sensitive = sensitive;
      this.inCircuit = !sensitive;
    }
  }

  /** By their own right, or because a basket of an absent colleague that comes to them holds it. */
  boolean sees(String login, Letter letter) {
    return seesAlone(login, letter) || BASKETS.stream().anyMatch(b -> lent(b, login, letter));
  }

  /** What the basket shows to this agent. */
  List<Letter> inBasket(String basket, String login) {
    return letters.stream()
        .filter(l -> holds(basket, login, l) && seesAlone(login, l) || lent(basket, login, l))
        .toList();
  }

  /**
   * ORG5: what lies in the basket of somebody this agent replaces for it. Never lent: what is not
   * in a circuit (O4), and what is confidential unless it names the absent agent.
   */
  private boolean lent(String basket, String login, Letter letter) {
    return letter.inCircuit
        && replacedBy(login, basket).stream()
            .anyMatch(
                absent ->
                    holds(basket, absent, letter)
                        && (!letter.confidential || names(absent, letter)));
  }

  /**
   * What each basket says, in words: mine or nobody's in my unit; in copy; a task asked of my unit;
   * my turn, or my unit's, to give an opinion; below me.
   */
  private boolean holds(String basket, String login, Letter letter) {
    var seats = seats(login);
    return switch (basket) {
      case "A_MOI" ->
          letter.assignee == null ? seats.contains(letter.unit) : letter.assignee.equals(login);
      case "IN_COPY" ->
          letter.copies.contains(login) || seats.stream().anyMatch(letter.copies::contains);
      case "CONTRIBUTIONS_TO_GIVE" ->
          letter.turns.contains(login) || seats.stream().anyMatch(letter.turns::contains);
      case "TASKS_TO_DO" -> seats.stream().anyMatch(letter.awaited::contains);
      default -> seats.stream().anyMatch(chain(letter.unit)::contains);
    };
  }

  private static boolean names(String login, Letter letter) {
    return login.equals(letter.registrant)
        || login.equals(letter.assignee)
        || letter.copies.contains(login)
        || letter.consulted.contains(login);
  }

  /** All whose basket ends with this agent, loops left out: nobody inherits along them. */
  private Set<String> replacedBy(String login, String basket) {
    var running =
        shares.stream().filter(s -> s.runs && s.basket.equals(basket)).collect(Collectors.toSet());
    var straight =
        running.stream()
            .filter(s -> !before(s.absent, running).contains(s.replacement))
            .collect(Collectors.toSet());
    return before(login, straight);
  }

  /** All from whom the shares lead to this agent. */
  private static Set<String> before(String login, Set<Share> shares) {
    var found = new HashSet<String>();
    for (int size = -1; size < found.size(); ) {
      size = found.size();
      shares.stream()
          .filter(s -> s.replacement.equals(login) || found.contains(s.replacement))
          .forEach(s -> found.add(s.absent));
    }
    return found;
  }

  private boolean seesAlone(String login, Letter letter) {
    var seats = seats(login);
    boolean cabinet = seats.stream().anyMatch(this::underCabinet);
    if (letter.sensitive && !letter.inCircuit) {
      return cabinet; // O4
    }
    boolean all = cabinet || seats.stream().anyMatch(u -> kinds.get(u) == UnitKind.DG);
    return all // O5
        || names(login, letter)
        || seats.stream().anyMatch(seat -> reaches(login, seat, letter));
  }

  List<Letter> seenBy(String login) {
    return letters.stream().filter(letter -> sees(login, letter)).toList();
  }

  /** CIR6: a note kept to a unit is read there and above, and by its author. */
  boolean readsNote(String login, Letter letter, String author) {
    return letter.noted
        && (letter.noteUnit == null
            || login.equals(author)
            || seats(login).stream().anyMatch(chain(letter.noteUnit)::contains));
  }

  /** O6: one's unit and all below; what is confidential takes a clearance too. */
  private boolean reaches(String login, String seat, Letter letter) {
    if (letter.confidential && !agents.get(login).groups().contains("CONFIDENTIEL")) {
      return false;
    }
    var held = new HashSet<String>();
    held.add(letter.unit);
    letter.copies.stream().filter(kinds::containsKey).forEach(held::add);
    held.addAll(letter.tasks);
    letter.consulted.stream().filter(kinds::containsKey).forEach(held::add);
    return held.stream().anyMatch(unit -> chain(unit).contains(seat));
  }

  boolean sitsIn(String login, String unit) {
    return seats(login).contains(unit);
  }

  /** O7: an elected representative's post gives them no unit. */
  private List<String> seats(String login) {
    return agents.get(login).posts().stream()
        .filter(post -> !post.function().elected())
        .map(AgentWish.Place::unit)
        .toList();
  }

  private boolean underCabinet(String unit) {
    return chain(unit).stream().anyMatch(u -> kinds.get(u) == UnitKind.CABINET);
  }

  /** The unit and all above it. */
  List<String> chain(String unit) {
    var chain = new ArrayList<String>();
    for (var at = unit; at != null; at = above.get(at)) {
      chain.add(at);
    }
    return chain;
  }
}
