package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.delay.DelayQuestion;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.platform.Refusal;
import java.time.LocalDate;
import java.util.List;

/**
 * What is known of a request before the law, days being legal dates of the town; null for what did
 * not happen. The dates that follow from it are computed, never kept.
 *
 * @param months of the delay, or {@code days}; both null for the usual two months
 */
public record LegalFacts(
    LocalDate received,
    Regime regime,
    RegimeReason reason,
    Integer months,
    Integer days,
    Pieces pieces,
    LocalDate transferredOn,
    String transferredTo,
    LocalDate notifiedOn) {
  private static final int LONGEST_LIST = 4000;
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_DELAY = 365;

  /** A request received that day, of whose silence its type says this, and nothing more. */
  static LegalFacts of(DelayQuestion question) {
    return new LegalFacts(
        question.received(),
        question.regime(),
        question.regime() == Regime.NONE ? RegimeReason.INFORMATION : RegimeReason.TEXT,
        question.months(),
        question.days(),
        Pieces.NONE,
        null,
        null,
        null);
  }

  /** The same once somebody decided what silence means, in months or days, or the usual two. */
  LegalFacts decided(Regime now, RegimeReason why, Integer inMonths, Integer inDays) {
    boolean none = now == Regime.NONE;
    return new LegalFacts(
        received,
        now,
        why,
        none ? null : inMonths,
        none ? null : inDays,
        pieces,
        transferredOn,
        transferredTo,
        notifiedOn);
  }

  /**
   * The same with pieces asked for, to be there within so many days; none came yet. What earlier
   * requests did to the delay stays.
   *
   * @throws Refusal on {@code pieces} or {@code days}
   */
  LegalFacts asked(List<String> missing, LocalDate on, Integer within) {
    var asked = missing.stream().map(String::strip).filter(p -> !p.isEmpty()).toList();
    if (asked.isEmpty() || String.join("\n", asked).length() > LONGEST_LIST) {
      throw Refusal.field("pieces", "acknowledgement.pieces-which", LONGEST_LIST);
    }
    if (within == null || within < 1 || within > LONGEST_DELAY) {
      throw Refusal.field("days", "acknowledgement.pieces-days");
    }
    int moved = regime == Regime.NONE ? 0 : question().movedUntil(on);
    return with(new Pieces(asked, on, within, null, moved == 0 ? null : moved));
  }

  /** The same with the last piece there. */
  LegalFacts supplied(LocalDate on) {
    return with(
        new Pieces(pieces.list(), pieces.askedOn(), pieces.deadlineDays(), on, pieces.movedDays()));
  }

  /**
   * The same sent on to the competent administration.
   *
   * @throws Refusal on {@code to}
   */
  LegalFacts transferred(LocalDate on, String to) {
    if (to == null || to.isBlank() || to.length() > LONGEST_NAME) {
      throw Refusal.field("to", Mention.TRANSFERRED_TO.missing());
    }
    return new LegalFacts(
        received, regime, reason, months, days, pieces, on, to.strip(), notifiedOn);
  }

  /** The same with an answer notified that day. */
  LegalFacts notified(LocalDate on) {
    return new LegalFacts(
        received, regime, reason, months, days, pieces, transferredOn, transferredTo, on);
  }

  private LegalFacts with(Pieces now) {
    return new LegalFacts(
        received, regime, reason, months, days, now, transferredOn, transferredTo, notifiedOn);
  }

  /** Whether pieces were asked for and have not all come. */
  public boolean piecesAwaited() {
    return pieces.askedOn() != null && pieces.receivedOn() == null;
  }

  /** The last day to supply them; null without one. */
  public LocalDate piecesDueOn() {
    return pieces.askedOn() == null || pieces.deadlineDays() == null
        ? null
        : pieces.askedOn().plusDays(pieces.deadlineDays());
  }

  /**
   * What the law's clock is asked; a type without regime leaves pieces no effect on silence. That
   * the request was sent on is left out: the clock would take this town for the competent one.
   */
  DelayQuestion question() {
    boolean silent = regime != Regime.NONE;
    return new DelayQuestion(
        received,
        regime,
        silent ? months : null,
        silent ? days : null,
        silent ? pieces.askedOn() : null,
        silent ? pieces.deadlineDays() : null,
        silent ? pieces.receivedOn() : null,
        null,
        notifiedOn,
        null,
        silent ? pieces.movedDays() : null);
  }

  /**
   * Missing pieces, as they were asked for last.
   *
   * @param movedDays by which those asked for earlier had moved the decision; null for none
   */
  public record Pieces(
      List<String> list,
      LocalDate askedOn,
      Integer deadlineDays,
      LocalDate receivedOn,
      Integer movedDays) {
    static final Pieces NONE = new Pieces(List.of(), null, null, null, null);

    public Pieces {
      list = List.copyOf(list);
    }
  }
}
