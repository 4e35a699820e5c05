package fr.vaguemestre.it.bench;

import java.util.Locale;
import java.util.function.BooleanSupplier;

/** How the benches wait and tell: a table with a line for each measure. */
final class Measure {
  private static Report report;

  private Measure() {}

  /** Begins the table of this bench. */
  static void head(String bench) {
    report = new Report(bench, "Measure", "");
  }

  static void line(String what, String format, Object... values) {
    report.row(what, String.format(Locale.ROOT, format, values));
  }

  /** Milliseconds below which that share of the times lies; nanoseconds, the shortest first. */
  static double at(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1e6;
  }

  /** Seconds until it was so, or -1. */
  static double waitFor(int patience, BooleanSupplier so) {
    long begin = System.nanoTime();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() - begin > patience * 1_000_000_000L) {
        return -1;
      }
      BenchServer.pause(200);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  /** What {@link #waitFor} gave. */
  static String shown(double seconds) {
    return seconds < 0 ? "not yet" : String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
