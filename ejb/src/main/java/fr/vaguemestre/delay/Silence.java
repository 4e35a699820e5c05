package fr.vaguemestre.delay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** When the administration's silence becomes a decision (CRPA L231-1 and following). */
record Silence(WorkCalendar calendar) {
  /**
   * R-IMPL, R-TRANSM, R-SVA-INC, R-SVR-INC; null while nothing is due: no regime, pieces still
   * missing under SVA, or a decision notified before.
   */
  DelayDate decision(DelayQuestion question) {
    var decision =
        switch (question.regime()) {
          case NONE -> null;
          case SVA -> acceptance(question);
          case SVR -> rejection(question);
        };
    boolean decided =
        decision != null
            && question.notifiedOn() != null
            && !question.notifiedOn().isAfter(decision.date());
    return decided ? null : decision;
  }

  private DelayDate acceptance(DelayQuestion question) {
    var start = question.competent();
    var why = new ArrayList<Phrase>();
    var source = source(question, "CRPA, art. L231-1");
    if (question.transferredOn() != null) {
      why.add(Phrase.of("delay.transferred.SVA", start));
      source += " ; art. L114-2";
    }
    if (question.piecesAskedOn() != null && question.piecesReceivedOn() == null) {
      return null;
    }
    if (question.piecesReceivedOn() != null || question.moved() > 0) {
      start = start.plusDays(question.moved());
      start =
          question.piecesReceivedOn() == null ? start : later(start, question.piecesReceivedOn());
      why.add(Phrase.of("delay.restarted", start));
      source += " ; art. L114-5";
    }
    return silence(question, start, 0, why, source);
  }

  private DelayDate rejection(DelayQuestion question) {
    var why = new ArrayList<Phrase>();
    var source = source(question, "CRPA, art. L231-4");
    if (question.transferredOn() != null) {
      why.add(Phrase.of("delay.transferred.SVR", question.received()));
      source += " ; art. L114-2";
    }
    if (question.moved() > 0) {
      why.add(Phrase.of("delay.suspended.before", Phrase.count("delay.days", question.moved())));
    }
    if (question.piecesAskedOn() == null) {
      return silence(question, question.received(), question.moved(), why, source);
    }
    var resumed = question.resumed();
    boolean supplied = resumed.equals(question.piecesReceivedOn());
    long suspended = ChronoUnit.DAYS.between(question.piecesAskedOn(), resumed);
    why.add(
        Phrase.of(
            supplied ? "delay.suspended.supplied" : "delay.suspended.expired",
            question.piecesAskedOn(),
            resumed,
            Phrase.count("delay.days", suspended)));
    return silence(
        question,
        question.received(),
        question.moved() + suspended,
        why,
        source + " ; art. L114-5");
  }

  private DelayDate silence(
      DelayQuestion question, LocalDate start, long more, List<Phrase> why, String source) {
    var length = question.length();
    var on = start.plus(length).plusDays(more);
    var said = new ArrayList<Phrase>();
    said.add(Phrase.of("delay.implicit." + question.regime(), Phrase.length(length), start, on));
    said.addAll(why);
    Phrase.shortMonth(said, start, length);
    calendar.notMoved(on).ifPresent(said::add);
    return new DelayDate(on, said, source);
  }

  private static String source(DelayQuestion question, String usual) {
    return question.usual() ? usual : usual + " ; art. L231-6";
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
