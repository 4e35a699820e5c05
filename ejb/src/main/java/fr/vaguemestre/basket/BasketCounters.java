package fr.vaguemestre.basket;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts baskets by reading at most {@link #MOST} letters of each, so that a counter costs the same
 * in a town of a thousand letters and of a million; all baskets of a reader in one round trip.
 */
@Stateless
public class BasketCounters {
  /** Where counting stops: this number stands for itself and for all greater ones. */
  public static final int MOST = 1000;

  @Inject Database database;
  @Inject CounterCache cache;

  /** The baskets with their counters, a few seconds old at most. */
  public List<BasketLine> of(Reader reader, List<Basket> baskets, LocalDate today) {
    return cache.get(reader).orElseGet(() -> count(reader, baskets, today));
  }

  private List<BasketLine> count(Reader reader, List<Basket> baskets, LocalDate today) {
    if (baskets.isEmpty()) {
      return List.of();
    }
    long stamp = cache.stamp();
    var counting = sql("");
    for (int i = 0; i < baskets.size(); i++) {
      counting.add(i == 0 ? "" : "union all");
      counting.add(one(i, LentBaskets.held(baskets.get(i), reader, today), today));
    }
    var lines = new ArrayList<BasketLine>();
    database.list(
        counting.add("order by 1"),
        row -> {
          var b = baskets.get((int) row.number("at"));
          return lines.add(
              new BasketLine(
                  b.code(),
                  b.label(),
                  b.section(),
                  b.colour(),
                  row.number("n"),
                  row.number("late")));
        });
    cache.put(reader, List.copyOf(lines), stamp);
    return List.copyOf(lines);
  }

  /** The letters on the condition, {@link #MOST} for that many or more. */
  public long count(Statement condition) {
    return database.count(
        sql("select count(*) as count from (select 1 from correspondence c where")
            .add(condition)
            .add("limit " + MOST + ") l"));
  }

  /**
   * What a basket holds for a reader: on its rule, and seen. A rule that finds the reader's own
   * letters by an index has them looked at one by one, so that counting can stop.
   */
  static Statement held(Reader reader, BasketRule rule, LocalDate today) {
    return rule.condition(reader, today)
        .add("and")
        .add(
            rule.root().personal()
                ? Visibility.conditionByLetter("c", reader)
                : Visibility.condition("c", reader));
  }

  /** Late letters are told among those counted; looked for by themselves when there are more. */
  private static Statement one(int at, Statement held, LocalDate today) {
    return sql("select " + at + " as at, a.n, case when a.n < " + MOST + " then a.late else")
        .add("(select count(*) from (select 1 from correspondence c where")
        .add(held)
        .add(
            "and not c.closed and " + RuleSql.DUE + " < ? limit " + MOST + ") l) end as late",
            today)
        .add("from (select count(*) as n, count(*) filter (where s.due < ?) as late from", today)
        .add("(select case when not c.closed then " + RuleSql.DUE + " end as due")
        .add("from correspondence c where")
        .add(held)
        .add("limit " + MOST + ") s) a");
  }
}
