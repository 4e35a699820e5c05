package fr.vaguemestre.access;

import fr.vaguemestre.platform.Refusal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What somebody may do and where, as units: compared so that nobody gives what they do not have
 * (ORG2, O18). Elected posts count for nothing here.
 */
record Reach(Map<Right, Perimeter> grants, Set<Long> ownUnits, Set<Long> branch) {
  /** Of somebody who may do nothing: not there yet. */
  static final Reach NONE = new Reach(Map.of(), Set.of(), Set.of());

  static Reach of(Reader reader) {
    return new Reach(reader.grants(), reader.ownUnits(), reader.branch());
  }

  /**
   * Makes sure that all there is more in {@code after} than in {@code before} is held here.
   *
   * @throws Refusal FORBIDDEN under this key otherwise
   */
  void needGained(Reach before, Reach after, String key) {
    for (var right : after.grants.keySet()) {
      if (!everywhere(right) && !before.everywhere(right) && !holdsGain(right, before, after)) {
        throw Refusal.of(Refusal.Kind.FORBIDDEN, key);
      }
    }
  }

  private boolean holdsGain(Right right, Reach before, Reach after) {
    var gained = new HashSet<>(after.units(right));
    gained.removeAll(before.units(right));
    return !after.everywhere(right) && units(right).containsAll(gained);
  }

  private boolean everywhere(Right right) {
    return grants.get(right) == Perimeter.TOWN;
  }

  private Set<Long> units(Right right) {
    var perimeter = grants.get(right);
    return perimeter == null ? Set.of() : perimeter == Perimeter.OWN_UNIT ? ownUnits : branch;
  }
}
