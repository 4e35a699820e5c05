package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.delay.DelayAnswer;
import fr.vaguemestre.delay.DelayDate;
import fr.vaguemestre.delay.LegalClock;
import fr.vaguemestre.delay.Phrase;
import fr.vaguemestre.delay.Regime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a request stands before the law on a day: one sentence, and what happened and will happen
 * in the order of the days.
 */
public record LegalSituation(Phrase sentence, List<Step> timeline) {
  public LegalSituation {
    timeline = List.copyOf(timeline);
  }

  /** What a day of the timeline is. */
  public enum Kind {
    FIRST_RECEIVED,
    RECEIVED,
    AEE_DUE,
    TRANSFERRED,
    ARE_DUE,
    PIECES_ASKED,
    PIECES_UNDELIVERED,
    PIECES_DUE,
    PIECES_RECEIVED,
    IMPLICIT,
    NOTIFIED,
    WITHDRAWN,
    REASONS_ASKED,
    REASONS_DUE,
    REASONS_GIVEN,
    APPEAL
  }

  /**
   * A day of the timeline.
   *
   * @param computed why it is that day; null for what happened
   * @param past whether it is over on the day of the situation
   */
  public record Step(LocalDate on, Kind kind, DelayDate computed, boolean past) {}

  /**
   * The situation at the beginning of {@code today}: a decision is born at the end of its day. Of
   * facts that the clock cannot take, such as a type's delay of centuries, it says just that.
   *
   * @param electronic whether it came by electronic means: the delays of its acknowledgements are
   *     those of R112-11-2
   * @param opposable whether delays of appeal can be held against the person (L112-6)
   */
  static LegalSituation of(
      LegalFacts facts, boolean electronic, boolean opposable, LegalClock clock, LocalDate today) {
    if (!facts.question().faults().isEmpty()) {
      return new LegalSituation(say("unknown"), List.of());
    }
    var dates = dates(facts, opposable, clock);
    if (facts.transferredOn() != null) {
      return transferred(facts, electronic, dates, today);
    }
    return new LegalSituation(
        sentence(facts, dates, today), timeline(facts, electronic, dates, today));
  }

  /**
   * L112-6: of whoever got no complete ARE no delay of appeal runs, unless an express decision was
   * notified before silence could decide. L114-2: what another administration sent on, this town
   * acknowledges as of its own receipt.
   */
  private static DelayAnswer dates(LegalFacts facts, boolean opposable, LegalClock clock) {
    var all = clock.answer(facts.question());
    return new DelayAnswer(
        clock.aee(facts.received()),
        all.are(),
        all.implicit(),
        opposable || all.implicit() == null ? all.appeal() : null);
  }

  /**
   * The same once the reasons of the refusal were asked for (L232-4): while they are owed no delay
   * of appeal ends, and it runs anew from the day they were given, if it runs at all.
   */
  LegalSituation reasoned(
      ReasonsRequest asked, boolean opposable, LegalClock clock, LocalDate today) {
    var steps =
        new ArrayList<>(
            timeline.stream()
                .filter(step -> step.kind() != Kind.APPEAL && step.kind() != Kind.NOTIFIED)
                .toList());
    happened(steps, Kind.REASONS_ASKED, asked.askedOn(), today);
    Phrase said;
    if (asked.givenOn() == null) {
      var due = clock.reasons(asked.askedOn());
      computed(steps, Kind.REASONS_DUE, due, today);
      said =
          today.isAfter(due.date())
              ? say("reasons-late", asked.refusedOn(), due.date())
              : say("reasons-owed", asked.refusedOn(), asked.askedOn(), due.date());
    } else {
      var appeal = opposable ? clock.appealOnceReasoned(asked.givenOn()) : null;
      happened(steps, Kind.REASONS_GIVEN, asked.givenOn(), today);
      computed(steps, Kind.APPEAL, appeal, today);
      said =
          appeal == null
              ? say("reasons-given-open", asked.refusedOn(), asked.givenOn())
              : say("reasons-given", asked.refusedOn(), asked.givenOn(), appeal.date());
    }
    steps.sort(Comparator.comparing(Step::on).thenComparing(Step::kind));
    return new LegalSituation(said, steps);
  }

  /** Of a request that the person withdrew: silence decides nothing any more. */
  static LegalSituation withdrawn(LegalFacts facts, LocalDate on, LocalDate today) {
    var steps = new ArrayList<Step>();
    happened(steps, Kind.FIRST_RECEIVED, facts.firstReceivedOn(), today);
    happened(steps, Kind.RECEIVED, facts.received(), today);
    happened(steps, Kind.WITHDRAWN, on, today);
    return new LegalSituation(say("withdrawn", on), steps);
  }

  /**
   * Of a request sent on: the competent administration acknowledges it, and its silence decides.
   */
  private static LegalSituation transferred(
      LegalFacts facts, boolean electronic, DelayAnswer dates, LocalDate today) {
    var steps = new ArrayList<Step>();
    happened(steps, Kind.FIRST_RECEIVED, facts.firstReceivedOn(), today);
    happened(steps, Kind.RECEIVED, facts.received(), today);
    happened(steps, Kind.TRANSFERRED, facts.transferredOn(), today);
    happened(steps, Kind.NOTIFIED, facts.notifiedOn(), today);
    if (electronic) {
      computed(steps, Kind.AEE_DUE, dates.aee(), today);
    }
    steps.sort(Comparator.comparing(Step::on).thenComparing(Step::kind));
    return new LegalSituation(say("transferred", facts.transferredOn()), steps);
  }

  private static Phrase sentence(LegalFacts facts, DelayAnswer dates, LocalDate today) {
    var implicit = dates.implicit() == null ? null : dates.implicit().date();
    boolean born = implicit != null && today.isAfter(implicit);
    var regime = facts.regime();
    if (facts.notifiedOn() != null && !born) {
      return say("notified", facts.notifiedOn(), dates.appeal().date());
    }
    if (regime == Regime.NONE) {
      return say("none");
    }
    if (born) {
      if (regime == Regime.SVA) {
        return say("accepted", implicit);
      }
      return dates.appeal() == null
          ? say("rejected-open", implicit)
          : say("rejected", implicit, dates.appeal().date());
    }
    if (facts.piecesAwaited() && regime == Regime.SVA) {
      return say("incomplete", facts.pieces().standing().askedOn());
    }
    var due = facts.piecesDueOn();
    if (facts.piecesAwaited() && due != null && !today.isAfter(due)) {
      return say("suspended", facts.pieces().standing().askedOn(), due, implicit);
    }
    return say(regime == Regime.SVA ? "will-accept" : "will-reject", implicit);
  }

  private static List<Step> timeline(
      LegalFacts facts, boolean electronic, DelayAnswer dates, LocalDate today) {
    var steps = new ArrayList<Step>();
    happened(steps, Kind.FIRST_RECEIVED, facts.firstReceivedOn(), today);
    happened(steps, Kind.RECEIVED, facts.received(), today);
    happened(
        steps,
        facts.pieces().undelivered() ? Kind.PIECES_UNDELIVERED : Kind.PIECES_ASKED,
        facts.pieces().askedOn(),
        today);
    var before = facts.pieces().earlier();
    if (before != null && before.undelivered()) {
      happened(steps, Kind.PIECES_UNDELIVERED, before.askedOn(), today);
    }
    if (facts.pieces().undelivered()) {
      var standing = facts.pieces().standing();
      happened(steps, Kind.PIECES_ASKED, standing.undelivered() ? null : standing.askedOn(), today);
    }
    if (facts.piecesAwaited()) {
      happened(steps, Kind.PIECES_DUE, facts.piecesDueOn(), today);
    }
    happened(steps, Kind.PIECES_RECEIVED, received(facts.pieces()), today);
    happened(steps, Kind.NOTIFIED, facts.notifiedOn(), today);
    if (electronic) {
      computed(steps, Kind.AEE_DUE, dates.aee(), today);
      computed(steps, Kind.ARE_DUE, dates.are(), today);
    }
    computed(steps, Kind.IMPLICIT, dates.implicit(), today);
    computed(steps, Kind.APPEAL, dates.appeal(), today);
    steps.sort(Comparator.comparing(Step::on).thenComparing(Step::kind));
    return steps;
  }

  private static LocalDate received(LegalFacts.Pieces pieces) {
    return pieces.receivedOn() == null ? pieces.standing().receivedOn() : pieces.receivedOn();
  }

  private static void happened(List<Step> steps, Kind kind, LocalDate on, LocalDate today) {
    if (on != null) {
      steps.add(new Step(on, kind, null, on.isBefore(today)));
    }
  }

  private static void computed(List<Step> steps, Kind kind, DelayDate date, LocalDate today) {
    if (date != null) {
      steps.add(new Step(date.date(), kind, date, date.date().isBefore(today)));
    }
  }

  private static Phrase say(String what, LocalDate... days) {
    return new Phrase("acknowledgement.situation." + what, List.<Object>of((Object[]) days));
  }
}
