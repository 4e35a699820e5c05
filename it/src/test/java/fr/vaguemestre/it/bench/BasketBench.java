package fr.vaguemestre.it.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A basket's page of 50 among many letters, over REST and over JSF, beside the very SQL of the same
 * page replayed alone: {@code ./vaguemestre bench basket [letters=100000] [pages=200]}.
 */
public final class BasketBench {
  private static final int PAGE = 50;
  private static Report report;

  private BasketBench() {}

  public static void main(String[] words) {
    var options = new Options(words);
    int letters = options.number("letters", 100_000);
    int pages = options.number("pages", 200);
    BenchServer.start();
    long begin = System.nanoTime();
    Crowd.make(letters);
    System.out.printf(
        Locale.ROOT, "%d letters, made in %.0f s%n%n", letters, (System.nanoTime() - begin) / 1e9);
    report =
        new Report(
            "basket-" + letters,
            "Who, basket",
            "by",
            "pages/s",
            "p50, ms",
            "p99, ms",
            "share of the SQL's rate, %");
    for (var who : List.of("f0", "f4000", "dgs", "courrier")) {
      for (var basket : List.of("TO_PROCESS", "MY_DIRECTION")) {
        measure(who, basket, pages);
      }
    }
  }

  private static void measure(String who, String basket, int pages) {
    var rest = new Pages(who);
    Runnable overRest = () -> rest.rest("/v1/baskets/" + basket + "/items?limit=" + PAGE);
    var screen = new Pages(who).login();
    Runnable overJsf = () -> screen.screen("/basket/list.xhtml?basket=" + basket);
    times(overRest, pages / 2);
    times(overJsf, pages / 2);
    var sql = PageSql.of(overRest);
    long[] floor = replay(sql, pages);
    line(who + ", " + basket, "SQL (" + sql.size() + " statements)", floor, floor);
    line("", "REST", times(overRest, pages), floor);
    line("", "JSF", times(overJsf, pages), floor);
  }

  private static long[] replay(List<String> statements, int pages) {
    try (var connection = BenchServer.database("vaguemestre");
        var statement = connection.createStatement()) {
      Runnable all =
          () -> {
            try {
              for (var sql : statements) {
                try (var rows = statement.executeQuery(sql)) {
                  while (rows.next()) {
                    rows.getString(1);
                  }
                }
              }
            } catch (SQLException e) {
              throw new IllegalStateException(e);
            }
          };
      times(all, pages / 2);
      return times(all, pages);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nanoseconds of each turn, sorted. */
  private static long[] times(Runnable deed, int turns) {
    var times = new ArrayList<Long>();
    for (int i = 0; i < turns; i++) {
      long begin = System.nanoTime();
      deed.run();
      times.add(System.nanoTime() - begin);
    }
    return times.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  private static void line(String what, String by, long[] times, long[] floor) {
    report.row(
        what,
        by,
        times.length * 1e9 / sum(times),
        Measure.at(times, 0.50),
        Measure.at(times, 0.99),
        100.0 * sum(floor) / sum(times));
  }

  private static double sum(long[] times) {
    return Arrays.stream(times).sum();
  }
}
