package fr.vaguemestre.journal;

import java.time.Instant;
import java.util.List;

/** Entries of the town's journal, newest first; {@code next} is null on the last page. */
public record JournalPage(List<Line> lines, String next) {
  /**
   * Who did what, in whose place, and on what: a letter (row id and chrono), or the code of
   * something administered.
   */
  public record Line(
      long id,
      Instant at,
      String actor,
      String inPlaceOf,
      String action,
      Long letter,
      String chrono,
      String code) {}
}
