package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.delay.DelayQuestion;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.platform.Refusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What is known of a request before the law, days being legal dates of the town; null for what did
 * not happen. The dates that follow from it are computed, never kept.
 *
 * @param received by this town
 * @param firstReceivedOn by the administration that sent it on to this town, which is the competent
 *     one (L114-2); null when it was sent here
 * @param months of the delay, or {@code days}; both null for the usual two months
 * @param settled by what the regime and its delay are no longer the type's
 */
public record LegalFacts(
    LocalDate received,
    LocalDate firstReceivedOn,
    Regime regime,
    RegimeReason reason,
    Integer months,
    Integer days,
    Pieces pieces,
    LocalDate transferredOn,
    String transferredTo,
    LocalDate notifiedOn,
    Settled settled) {
  private static final int LONGEST_LIST = 4000;
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_DELAY = 365;

  /** A request received that day, of whose silence its type says this, and nothing more. */
  static LegalFacts of(DelayQuestion question, LocalDate firstReceivedOn) {
    return new LegalFacts(
        question.received(),
        firstReceivedOn,
        question.regime(),
        question.regime() == Regime.NONE ? RegimeReason.INFORMATION : RegimeReason.TEXT,
        question.months(),
        question.days(),
        Pieces.NONE,
        null,
        null,
        null,
        Settled.TYPE);
  }

  /** The same once somebody decided what silence means, in months or days, or the usual two. */
  LegalFacts decided(Regime now, RegimeReason why, Integer inMonths, Integer inDays) {
    boolean none = now == Regime.NONE;
    return new LegalFacts(
        received,
        firstReceivedOn,
        now,
        why,
        none ? null : inMonths,
        none ? null : inDays,
        pieces,
        transferredOn,
        transferredTo,
        notifiedOn,
        Settled.DECIDED);
  }

  /** The same with what silence means, and when, no longer its type's. */
  LegalFacts settled(Settled by) {
    return new LegalFacts(
        received,
        firstReceivedOn,
        regime,
        reason,
        months,
        days,
        pieces,
        transferredOn,
        transferredTo,
        notifiedOn,
        by);
  }

  /** The same with what {@code its} type says of silence, until that is settled. */
  LegalFacts ofType(LegalFacts its) {
    return new LegalFacts(
        received,
        firstReceivedOn,
        its.regime,
        its.reason,
        its.months,
        its.days,
        pieces,
        transferredOn,
        transferredTo,
        notifiedOn,
        Settled.TYPE);
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
    return with(
        new Pieces(
            asked,
            on,
            within,
            null,
            moved == 0 ? null : moved,
            false,
            pieces.standing().alone(),
            null));
  }

  /** The same with the last piece there. */
  LegalFacts supplied(LocalDate on) {
    return with(
        new Pieces(
            pieces.list(),
            pieces.askedOn(),
            pieces.deadlineDays(),
            on,
            pieces.movedDays(),
            pieces.undelivered(),
            pieces.earlier(),
            pieces.request()));
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
        received,
        firstReceivedOn,
        regime,
        reason,
        months,
        days,
        pieces,
        on,
        to.strip(),
        notifiedOn,
        settled);
  }

  /** The same with an answer notified that day: a decision, where one was awaited, settles it. */
  LegalFacts notified(LocalDate on) {
    return new LegalFacts(
        received,
        firstReceivedOn,
        regime,
        reason,
        months,
        days,
        pieces,
        transferredOn,
        transferredTo,
        on,
        regime == Regime.NONE ? settled : Settled.DECIDED);
  }

  private LegalFacts with(Pieces now) {
    return new LegalFacts(
        received,
        firstReceivedOn,
        regime,
        reason,
        months,
        days,
        now,
        transferredOn,
        transferredTo,
        notifiedOn,
        settled);
  }

  /** Whether pieces were asked for and have not all come. */
  public boolean piecesMissing() {
    return pieces.askedOn() != null && pieces.receivedOn() == null;
  }

  /** Whether the person was told which pieces lack, and has not supplied them all. */
  public boolean piecesAwaited() {
    var standing = pieces.standing();
    return standing.askedOn() != null && standing.receivedOn() == null && !standing.undelivered();
  }

  /** The last day to supply them; null without one. */
  public LocalDate piecesDueOn() {
    var standing = pieces.standing();
    return standing.askedOn() == null || standing.deadlineDays() == null
        ? null
        : standing.askedOn().plusDays(standing.deadlineDays());
  }

  /**
   * What the law's clock is asked. Of a request that another administration sent on, silence
   * rejects from its receipt there, and accepts from that here (L114-2). Pieces have no effect
   * without a regime, nor when silence had decided before they were asked for (L242-1), which a new
   * qualification may show; a request for them that never arrived has none (L114-5), and leaves the
   * one before it as it was: only under SVA does their arrival count all the same. That this town
   * sent the request on is left out: the clock would take it for the competent one.
   */
  DelayQuestion question() {
    if (regime == Regime.NONE) {
      return question(null, null, null, null);
    }
    var standing = pieces.standing();
    var moved = moved(standing);
    var none = question(null, null, null, moved);
    var came =
        regime == Regime.SVA && pieces.receivedOn() != null
            ? pieces.receivedOn()
            : standing.receivedOn();
    if (standing.undelivered()) {
      return regime == Regime.SVA ? question(null, null, came, moved) : none;
    }
    var asked = question(standing.askedOn(), standing.deadlineDays(), came, moved);
    return asked.askedTooLate() ? none : asked;
  }

  /** Under SVA, up to the day the request was complete before more was asked for, where known. */
  private Integer moved(Pieces standing) {
    var before = standing.earlier() == null ? null : standing.earlier().receivedOn();
    return regime == Regime.SVA && before != null
        ? Integer.valueOf((int) Math.max(0, ChronoUnit.DAYS.between(received, before)))
        : standing.movedDays();
  }

  private DelayQuestion question(LocalDate asked, Integer within, LocalDate came, Integer moved) {
    boolean silent = regime != Regime.NONE;
    return new DelayQuestion(
        firstReceivedOn == null ? received : firstReceivedOn,
        regime,
        silent ? months : null,
        silent ? days : null,
        asked,
        within,
        came,
        firstReceivedOn == null ? null : received,
        notifiedOn,
        null,
        moved);
  }

  /**
   * Missing pieces, as they were asked for last.
   *
   * @param movedDays by which those asked for earlier had moved the decision; null for none
   * @param undelivered whether the request for them never left, or never arrived
   * @param earlier the request before this one, which holds while this one is undelivered; null for
   *     none
   * @param request row id of the acknowledgement that asked for them; null before there is one
   */
  public record Pieces(
      List<String> list,
      LocalDate askedOn,
      Integer deadlineDays,
      LocalDate receivedOn,
      Integer movedDays,
      boolean undelivered,
      Pieces earlier,
      Long request) {
    static final Pieces NONE = new Pieces(List.of(), null, null, null, null, false);

    public Pieces {
      list = List.copyOf(list);
    }

    /** Those asked for once. */
    Pieces(
        List<String> list,
        LocalDate askedOn,
        Integer deadlineDays,
        LocalDate receivedOn,
        Integer movedDays,
        boolean undelivered) {
      this(list, askedOn, deadlineDays, receivedOn, movedDays, undelivered, null, null);
    }

    /**
     * The request that the person got last: this one, or the one before while this one never
     * arrived; whoever said since that all pieces are there said it of both. One before that turned
     * out, even since, never to have arrived has moved nothing and stands for nothing (L114-5).
     */
    public Pieces standing() {
      if (earlier == null || !undelivered && !earlier.undelivered) {
        return this;
      }
      if (earlier.undelivered) {
        return new Pieces(
            list, askedOn, deadlineDays, receivedOn, earlier.movedDays, undelivered, null, request);
      }
      return new Pieces(
          earlier.list,
          earlier.askedOn,
          earlier.deadlineDays,
          earlier.receivedOn == null ? receivedOn : earlier.receivedOn,
          earlier.movedDays,
          false,
          null,
          earlier.request);
    }

    /** What is kept of it once others are asked for; null when it has no effect. */
    private Pieces alone() {
      return askedOn == null || undelivered
          ? null
          : new Pieces(list, askedOn, deadlineDays, receivedOn, movedDays, false, null, request);
    }
  }
}
