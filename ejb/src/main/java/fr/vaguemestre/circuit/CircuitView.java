package fr.vaguemestre.circuit;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A circuit as a screen shows it: each state, and the ways that leave it.
 *
 * @param publishedAt null for a draft
 */
public record CircuitView(String label, int number, Instant publishedAt, List<Step> steps) {
  /** A state, and what can be done in it. */
  public record Step(State state, List<Way> ways) {}

  /**
   * What can be done in a state.
   *
   * @param id of the row in a draft, null in a published version
   * @param to the label of the state it leads to
   */
  public record Way(Long id, Transition way, String to) {}

  static CircuitView of(CircuitVersion version) {
    return of(version, version.publishedAt(), null);
  }

  static CircuitView of(CircuitDraft draft) {
    return of(draft.at(null), null, draft.ways().stream().map(CircuitDraft.Way::id).toList());
  }

  private static CircuitView of(CircuitVersion version, Instant published, List<Long> ids) {
    return new CircuitView(
        version.label(),
        version.number(),
        published,
        version.states().stream()
            .map(state -> new Step(state, ways(version, ids, state.code())))
            .toList());
  }

  private static List<Way> ways(CircuitVersion version, List<Long> ids, String from) {
    var all = version.transitions();
    return IntStream.range(0, all.size())
        .filter(i -> all.get(i).from().equals(from))
        .mapToObj(
            i ->
                new Way(
                    ids == null ? null : ids.get(i),
                    all.get(i),
                    version.state(all.get(i).to()).label()))
        .toList();
  }
}
