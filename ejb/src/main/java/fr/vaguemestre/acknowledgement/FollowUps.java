package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What agents do for a request before the law: say what silence means, acknowledge it, ask for
 * pieces, note that they came, send it on, attest, note when a decision was notified. Each passes
 * the door as ACKNOWLEDGE; the state stays.
 */
@Stateless
public class FollowUps {
  private static final int LONGEST_REASON = 400;

  @Inject CorrespondenceActions actions;
  @Inject LegalRequests requests;
  @Inject Acknowledgements acknowledgements;
  @Inject AcknowledgementDrafts drafts;
  @Inject Leaving leaving;
  @Inject Stages stages;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** A letter as the reader saw it. */
  public record Seen(long letter, long version) {}

  /**
   * Decides what silence means, whatever it is qualified as from then on, unless that is what its
   * type says; to correct it once silence has decided takes words.
   *
   * @param months of the delay, or {@code days}; both null for the type's, or the usual two months
   * @param words why, erasable; may be null
   */
  public void decide(
      Reader reader, Seen seen, RegimeReason reason, Integer months, Integer days, String words) {
    if (words != null && words.length() > LONGEST_REASON) {
      throw Refusal.field("words", "acknowledgement.too-long", LONGEST_REASON);
    }
    var step = begin(reader, seen, "REGIME", Map.of("reason", reason), words);
    var ofType = requests.ofType(step.letter());
    var regime = reason.regime(ofType.regime());
    var born = born(step);
    if (born.isPresent() && (words == null || words.isBlank())) {
      throw Refusal.field("words", "acknowledgement.undoes", born.get());
    }
    boolean own = months != null || days != null;
    var decided =
        step.facts()
            .decided(regime, reason, own ? months : ofType.months(), own ? days : ofType.days());
    boolean follows = !own && reason == RegimeReason.TEXT && step.facts().settled() == Settled.TYPE;
    keep(step, follows ? step.facts().ofType(ofType) : decided, words);
  }

  /**
   * Acknowledges receipt (ARE); {@code words} are the text changed by hand, null for the usual.
   * Once silence has decided it would tell of a day that is over.
   */
  public void acknowledge(Reader reader, Seen seen, Way way, String words) {
    var step = begin(reader, seen, "ARE", Map.of("means", way), null);
    refuseWithdrawn(step);
    if (born(step).isPresent()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.silence-decided");
    }
    leave(step, AcknowledgementKind.ARE, way, words);
  }

  /**
   * Asks for pieces, to be there that many calendar days from today (L114-5). Asked again, the list
   * is replaced, and what the earlier ones did to the delay stays.
   */
  public void askPieces(
      Reader reader, Seen seen, List<String> pieces, Integer within, Way way, String words) {
    var facts = new HashMap<String, Object>();
    facts.put("days", within);
    facts.put("means", way);
    var step = begin(reader, seen, "PIECES", facts, null);
    refuseWithdrawn(step);
    refuseDecided(step, today());
    var now = requests.facts(step.letter()).asked(pieces, today(), within);
    keep(step, step.facts().asked(pieces, today(), within), null);
    leave(step, now, AcknowledgementKind.PIECES, way, words);
  }

  /**
   * Notes the day the last of the pieces came; an agent says that nothing lacks, no program.
   *
   * @param on null for the day the person added the last ones
   */
  public void piecesArrived(Reader reader, Seen seen, LocalDate on) {
    var given = on == null ? null : past("on", on);
    var step =
        begin(reader, seen, "PIECES_RECEIVED", on == null ? Map.of() : Map.of("on", on), null);
    if (!step.facts().piecesMissing()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.no-piece-awaited");
    }
    var day =
        Optional.ofNullable(given)
            .or(() -> requests.piecesAddedOn(step.letter().id(), step.facts().pieces().askedOn()))
            .orElseThrow(() -> Refusal.field("on", "acknowledgement.pieces-when"));
    refuseDecided(step, day);
    keep(step, step.facts().supplied(day), null);
  }

  /**
   * Notes the day the person was notified of an express decision, in the place of the day it left.
   */
  public void notified(Reader reader, Seen seen, LocalDate on) {
    var day = past("on", on);
    var step = begin(reader, seen, "NOTIFIED", Map.of("on", day), null);
    keep(step, step.facts().notified(day), null);
  }

  /** Sends the request on to the competent administration and tells the person (L114-2). */
  public void transfer(Reader reader, Seen seen, String to, LocalDate on, Way way, String words) {
    var day = past("on", on);
    var step = begin(reader, seen, "TRANSFER", Map.of("on", day, "means", way), to);
    refuseWithdrawn(step);
    refuseDecided(step, day);
    keep(step, step.facts().transferred(day, to), null);
    leave(step, AcknowledgementKind.TRANSFER, way, words);
  }

  /** Attests that silence accepted the request, on demand (L232-3). */
  public void attest(Reader reader, Seen seen, Way way, String words) {
    var step = begin(reader, seen, "ATTESTATION", Map.of("means", way), null);
    refuseWithdrawn(step);
    if (step.facts().regime() != Regime.SVA || born(step).isEmpty()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.not-accepted");
    }
    leave(step, AcknowledgementKind.ATTESTATION, way, words);
  }

  /** Notes that an acknowledgement was printed and posted. */
  public void posted(Reader reader, Seen seen, String number) {
    var facts = new HashMap<String, Object>();
    facts.put("number", number);
    var step = begin(reader, seen, "POSTED", facts, null);
    if (!acknowledgements.posted(step.letter().id(), number, clock.instant())) {
      throw Refusal.field("number", "acknowledgement.not-to-post");
    }
  }

  /** A letter whose door was passed, and what was known of it. */
  private record Step(Reader acting, Correspondence letter, LegalFacts facts) {}

  private Step begin(Reader reader, Seen seen, String what, Map<String, ?> more, String words) {
    var facts = new HashMap<String, Object>(more);
    facts.put("what", what);
    var acting = actions.acting(reader, seen.letter(), Action.ACKNOWLEDGE);
    var letter =
        actions.begin(acting, seen.letter(), seen.version(), Action.ACKNOWLEDGE, facts, words);
    stages.refuse(letter, what);
    return new Step(acting, letter, requests.recorded(letter));
  }

  /** The day silence decided, when it is over. */
  private Optional<LocalDate> born(Step step) {
    return requests.born(requests.facts(step.letter()));
  }

  /** What silence decided before that day is not undone by what comes after (L242-1). */
  private void refuseDecided(Step step, LocalDate day) {
    born(step)
        .filter(day::isAfter)
        .ifPresent(
            on -> {
              throw Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.already-decided", on);
            });
  }

  private void refuseWithdrawn(Step step) {
    if (requests.withdrawnOn(step.letter().id()).isPresent()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.withdrawn");
    }
  }

  private void keep(Step step, LegalFacts facts, String words) {
    requests.keep(step.letter().id(), facts, words);
  }

  private void leave(Step step, AcknowledgementKind kind, Way way, String words) {
    leave(step, requests.facts(step.letter()), kind, way, words);
  }

  private void leave(Step step, LegalFacts facts, AcknowledgementKind kind, Way way, String words) {
    if (way == Way.ANSWER) {
      throw Refusal.field("means", "acknowledgement.means-which");
    }
    var letter = step.letter();
    var draft = drafts.draft(letter, facts, kind, way, words);
    draft.refuseIncomplete();
    if (draft.recipient() == null) {
      throw Refusal.field(
          "means", way == Way.POST ? "acknowledgement.nobody" : "acknowledgement.no-address");
    }
    leaving.leave(step.acting(), letter, draft);
  }

  private LocalDate past(String field, LocalDate day) {
    var today = today();
    if (day != null && day.isAfter(today)) {
      throw Refusal.field(field, "acknowledgement.in-the-future");
    }
    return day == null ? today : day;
  }

  private LocalDate today() {
    return tenants.current().today(clock);
  }
}
