package fr.vaguemestre.jobs;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Removes the rows of a town that nobody needs any more, kind after kind. */
@ApplicationScoped
public class RowPurge implements Chore {
  private static final String END = ":";

  @Inject Database database;
  @Inject Clock clock;

  @Override
  public String step() {
    return "purge-rows";
  }

  @Override
  public long size() {
    return Stream.of(Stale.values())
        .mapToLong(stale -> database.count(from(stale, "select count(*) as count")))
        .sum();
  }

  @Override
  public List<String> after(String key, int most) {
    int first = key == null ? 0 : kind(key).ordinal();
    for (int i = first; i < Stale.values().length; i++) {
      var stale = Stale.values()[i];
      var keys = page(stale, key != null && i == first ? rest(key) : null, most);
      if (!keys.isEmpty()) {
        return keys;
      }
    }
    return List.of();
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    keys.stream().collect(Collectors.groupingBy(RowPurge::kind)).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(kind -> remove(kind.getKey(), kind.getValue()));
  }

  private List<String> page(Stale stale, String after, int most) {
    var rows = from(stale, "select " + key(stale) + " as key");
    if (after != null) {
      rows.add("and " + key(stale) + " > ?", value(stale, after));
    }
    return database.list(
        rows.add("order by 1 limit ?", most), row -> stale.name() + END + row.text("key"));
  }

  /** What has been renewed since it was read stays. */
  private void remove(Stale stale, List<String> keys) {
    var values = keys.stream().map(key -> value(stale, rest(key))).toList();
    database.update(from(stale, "delete").add("and " + key(stale) + " = any(?)", values));
  }

  private Statement from(Stale stale, String verb) {
    return sql(
        stale.with() + verb + " from " + stale.table + " x where " + stale.condition(),
        before(stale));
  }

  private Instant before(Stale stale) {
    return clock.instant().minus(stale.kept);
  }

  private static String key(Stale stale) {
    return "(" + stale.key + ")";
  }

  private static Object value(Stale stale, String key) {
    return stale.numbered ? (Object) Long.valueOf(key) : key;
  }

  private static Stale kind(String key) {
    return Stale.valueOf(key.substring(0, key.indexOf(END)));
  }

  private static String rest(String key) {
    return key.substring(key.indexOf(END) + 1);
  }
}
