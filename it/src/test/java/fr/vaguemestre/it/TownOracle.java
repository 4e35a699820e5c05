package fr.vaguemestre.it;

import fr.vaguemestre.organisation.AgentWish;
import fr.vaguemestre.organisation.UnitKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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

  /** A letter as it stands; logins and unit codes. */
  static final class Letter {
    final long id;
    final String word;
    final String registrant;
    final boolean confidential;
    final boolean sensitive;
    final Set<String> copies = new HashSet<>();
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

  boolean sees(String login, Letter letter) {
    var seats = seats(login);
    boolean cabinet = seats.stream().anyMatch(this::underCabinet);
    if (letter.sensitive && !letter.inCircuit) {
      return cabinet; // O4
    }
    boolean all = cabinet || seats.stream().anyMatch(u -> kinds.get(u) == UnitKind.DG);
    return all // O5
        || login.equals(letter.registrant)
        || login.equals(letter.assignee)
        || letter.copies.contains(login)
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
    return held.stream().anyMatch(unit -> chain(unit).contains(seat));
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
