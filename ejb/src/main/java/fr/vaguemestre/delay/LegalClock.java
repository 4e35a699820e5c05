package fr.vaguemestre.delay;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * The law's clock on one calendar: from what happened to a request, the dates that follow. Each is
 * computed from the original date, never chained (R-MONTH), and comes with its explanation.
 */
public record LegalClock(WorkCalendar calendar) {
  private static final int AEE_DAYS = 1;
  private static final int ARE_DAYS = 10;
  private static final int APPEAL_MONTHS = 2;
  private static final String ACKNOWLEDGEMENT = "CRPA, art. R112-11-2";

  /**
   * All the dates of a request.
   *
   * @throws fr.vaguemestre.platform.Refusal on the first fault of the question
   */
  public DelayAnswer answer(DelayQuestion question) {
    question.faults().stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw fault;
            });
    var known = question.received() != null;
    var implicit = known ? new Silence(calendar).decision(question) : null;
    return new DelayAnswer(
        known ? aee(question.received()) : null,
        known ? are(question.competent()) : null,
        implicit,
        appeal(question, implicit));
  }

  /** SVE-1: one jour ouvré after receipt. */
  public DelayDate aee(LocalDate received) {
    return worked("delay.aee", received, AEE_DAYS, ACKNOWLEDGEMENT);
  }

  /** SVE-2: ten jours ouvrés after receipt by the competent administration. */
  public DelayDate are(LocalDate competent) {
    return worked("delay.are", competent, ARE_DAYS, ACKNOWLEDGEMENT + " ; art. L114-2");
  }

  /** A town's own closing days make no delay of the law longer. */
  private DelayDate worked(String key, LocalDate from, int days, String source) {
    var law = new LegalClock(WorkCalendar.of(calendar.territory(), calendar.goodFriday()));
    var on = law.calendar.afterWorked(from, days);
    return new DelayDate(on, List.of(Phrase.of(key, from, on), law.skipped(from, on)), source);
  }

  /** R-WORK: what did not count on the way. */
  Phrase skipped(LocalDate from, LocalDate to) {
    var off =
        from.plusDays(1)
            .datesUntil(to.plusDays(1))
            .filter(day -> !WorkCalendar.weekEnd(day))
            .flatMap(day -> calendar.off(day).stream())
            .toList();
    return off.isEmpty() ? Phrase.of("delay.skipped") : Phrase.of("delay.skipped.days", off);
  }

  /** R-CTX: null without a decision to appeal against. */
  private DelayDate appeal(DelayQuestion question, DelayDate implicit) {
    if (question.notifiedOn() != null) {
      return appeal(question.notifiedOn(), "delay.appeal.notified", question.distance());
    }
    return implicit == null || question.regime() != Regime.SVR
        ? null
        : appeal(implicit.date(), "delay.appeal.implicit", question.distance());
  }

  private DelayDate appeal(LocalDate from, String key, Distance distance) {
    int months = APPEAL_MONTHS + (distance == null ? 0 : distance.months());
    var last = from.plusMonths(months).plusDays(1);
    var on = calendar.moved(last);
    var why = new ArrayList<Phrase>();
    why.add(Phrase.of(key, Phrase.count("delay.months", months), from, on));
    if (distance != null) {
      why.add(Phrase.of("delay.distance." + distance));
    }
    Phrase.shortMonth(why, from, Period.ofMonths(months));
    moved(why, last, on);
    var source = key.endsWith("implicit") ? "CJA, art. R421-1, R421-2" : "CJA, art. R421-1";
    return new DelayDate(
        on, why, source + (distance == null ? "" : ", R421-7") + " ; CPC, art. 642");
  }

  /** L232-4: the reasons of an implicit refusal, within the month after they were asked for. */
  public DelayDate reasons(LocalDate asked) {
    var length = Period.ofMonths(1);
    var on = asked.plus(length);
    var why = new ArrayList<Phrase>();
    why.add(Phrase.of("delay.reasons", asked, on));
    Phrase.shortMonth(why, asked, length);
    calendar.notMoved(on).ifPresent(why::add);
    return new DelayDate(on, why, "CRPA, art. L232-4");
  }

  /** L232-4: the appeal against an implicit refusal whose reasons were given on that day. */
  public DelayDate appealOnceReasoned(LocalDate given) {
    var appeal = appeal(given, "delay.appeal.reasons", null);
    return new DelayDate(appeal.date(), appeal.because(), "CRPA, art. L232-4 ; " + appeal.source());
  }

  /** R-RGPD: a month, three when extended, to the first day worked after a week-end or holiday. */
  public DelayDate dataSubject(LocalDate received, boolean extended) {
    var length = Period.ofMonths(extended ? 3 : 1);
    var last = received.plus(length);
    var on = calendar.moved(last);
    var why = new ArrayList<Phrase>();
    why.add(Phrase.of("delay.rgpd", Phrase.length(length), received, on));
    if (extended) {
      why.add(Phrase.of("delay.rgpd.extended"));
    }
    Phrase.shortMonth(why, received, length);
    moved(why, last, on);
    return new DelayDate(
        on, why, "RGPD (UE) 2016/679, art. 12 § 3 ; règlement (CEE) 1182/71, art. 3");
  }

  /** R-CADA: silence of a month refuses access to a document. */
  public DelayDate documentAccess(LocalDate received) {
    var length = Period.ofMonths(1);
    var on = received.plus(length);
    var why = new ArrayList<Phrase>();
    why.add(Phrase.of("delay.cada", received, on));
    Phrase.shortMonth(why, received, length);
    calendar.notMoved(on).ifPresent(why::add);
    return new DelayDate(on, why, "CRPA, art. R311-12 et R311-13");
  }

  private void moved(List<Phrase> why, LocalDate last, LocalDate on) {
    if (!on.equals(last)) {
      var passed =
          last.datesUntil(on)
              .map(day -> calendar.holiday(day).<Object>map(off -> off).orElse(day))
              .toList();
      why.add(Phrase.of("delay.moved", passed));
    }
  }
}
