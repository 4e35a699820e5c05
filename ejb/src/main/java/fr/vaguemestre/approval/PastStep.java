package fr.vaguemestre.approval;

import fr.vaguemestre.platform.db.Row;
import java.util.List;
import java.util.stream.Stream;

/** A step of a reply's past rounds, of an agent whose account is open or not. */
record PastStep(
    StepWish wish, boolean active, int round, boolean continued, ApprovalStep.Status status) {
  static PastStep read(Row row) {
    return new PastStep(
        new StepWish(row.text("login"), row.constant("kind", StepKind.class)),
        row.flag("active"),
        (int) row.number("round"),
        row.flag("continued"),
        row.constant("status", ApprovalStep.Status.class));
  }

  /**
   * What a corrected reply goes through again: the last round, after what was done in those that it
   * continues; all of it, or from the step that refused on.
   *
   * @param past in the order of rounds and places, one step at least
   */
  static List<StepWish> again(List<PastStep> past, Restart restart) {
    int submitted =
        past.stream().filter(s -> !s.continued).mapToInt(PastStep::round).max().orElse(1);
    int last = past.getLast().round;
    var round = past.stream().filter(s -> s.round == last).toList();
    var before =
        past.stream()
            .filter(s -> s.round >= submitted && s.round < last)
            .filter(s -> s.status == ApprovalStep.Status.DONE)
            .filter(s -> round.stream().noneMatch(later -> later.wish.equals(s.wish)));
    var steps =
        Stream.concat(before, round.stream())
            .filter(PastStep::active)
            .map(PastStep::wish)
            .distinct()
            .toList();
    if (restart == Restart.ALL) {
      return steps;
    }
    int from =
        round.stream()
            .filter(s -> s.status == ApprovalStep.Status.REFUSED)
            .map(s -> steps.indexOf(s.wish))
            .findFirst()
            .orElse(0);
    return steps.subList(Math.max(0, from), steps.size());
  }
}
