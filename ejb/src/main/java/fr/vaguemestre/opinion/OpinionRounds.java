package fr.vaguemestre.opinion;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.platform.Invisible;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What whoever answers the letter may do while contributions are awaited (CIR4). */
@Stateless
public class OpinionRounds {
  @Inject CorrespondenceActions actions;
  @Inject AskedContributions asked;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /**
   * Awaits no longer what has not come of a round; what has come stays. Whoever was asked for
   * nothing else sees the letter no more by it.
   *
   * @param round its number; null for the only one that is open
   * @param reason for the history; may be null
   * @throws Refusal on {@code round} when it is not open, or must be said
   */
  public void stop(Reader reader, long letter, long seenVersion, Integer round, String reason) {
    Invisible.refuse("reason", reason);
    var acting = actions.acting(reader, letter, Action.STOP_OPINIONS);
    var stopped = open(letter, round);
    var found =
        actions.begin(
            acting,
            letter,
            seenVersion,
            Action.STOP_OPINIONS,
            Map.of("of", asked.codes(stopped)),
            reason);
    stopped.forEach(Contribution::withdraw);
    var kept =
        asked.all(letter).stream()
            .filter(Contribution::shows)
            .map(Contribution::participant)
            .toList();
    stopped.stream()
        .map(Contribution::participant)
        .filter(participant -> !kept.contains(participant))
        .forEach(found::leave);
  }

  /**
   * Reminds those of a round whose turn it is and who have not answered; each once a day.
   *
   * @param round its number; null for the only one that is open
   * @param note to them, for the history; may be null
   * @throws Refusal on {@code round} as for {@link #stop}; CONFLICT when all were reminded today
   */
  public void remind(Reader reader, long letter, long seenVersion, Integer round, String note) {
    Invisible.refuse("note", note);
    var acting = actions.acting(reader, letter, Action.REMIND_OPINIONS);
    var now = clock.instant();
    var late = open(letter, round).stream().filter(Contribution::awaited).toList();
    var reminded = late.stream().filter(c -> !remindedOn(c, now)).toList();
    if (reminded.isEmpty() && !late.isEmpty()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "opinion.reminded-today");
    }
    actions.begin(
        acting,
        letter,
        seenVersion,
        Action.REMIND_OPINIONS,
        Map.of("of", asked.codes(reminded)),
        note);
    reminded.forEach(contribution -> contribution.remind(now));
  }

  private boolean remindedOn(Contribution contribution, Instant day) {
    var zone = tenants.current().zone();
    var last = contribution.remindedAt();
    return last != null && last.atZone(zone).toLocalDate().equals(day.atZone(zone).toLocalDate());
  }

  /** What can still come of the round; nothing when no round is open, and the door says so. */
  private List<Contribution> open(long letter, Integer round) {
    var all = asked.open(letter);
    var rounds = all.stream().map(Contribution::round).distinct().toList();
    var chosen = round == null && rounds.size() == 1 ? rounds.getFirst() : round;
    if (!rounds.isEmpty() && (chosen == null || !rounds.contains(chosen))) {
      throw Refusal.field("round", "opinion.which");
    }
    return all.stream().filter(c -> c.round() == chosen).toList();
  }
}
