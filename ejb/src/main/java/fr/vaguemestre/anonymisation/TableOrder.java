package fr.vaguemestre.anonymisation;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The tables in an order in which rows can go, read once from the database's own catalogue. */
@ApplicationScoped
public class TableOrder {
  @Inject Database database;

  private volatile List<String> known;

  private record Key(String child, String parent) {}

  /** Each before those its rows point to. */
  List<String> childrenFirst() {
    if (known == null) {
      known = order();
    }
    return known;
  }

  private List<String> order() {
    var left =
        database.list(
            sql(
                "select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace"
                    + " order by 1"),
            row -> row.text("name"));
    var keys =
        database.list(
            sql(
                """
                select c.relname as child, p.relname as parent from pg_constraint k
                  join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
                 where k.contype = 'f' and k.conrelid <> k.confrelid and k.connamespace = current_schema()::regnamespace
                """),
            row -> new Key(row.text("child"), row.text("parent")));
    var ordered = new ArrayList<String>();
    while (!left.isEmpty()) {
      var pointedTo =
          keys.stream()
              .filter(key -> !ordered.contains(key.child()))
              .map(Key::parent)
              .collect(Collectors.toSet());
      var free = left.stream().filter(table -> !pointedTo.contains(table)).toList();
      if (free.isEmpty()) {
        throw new IllegalStateException("tables point to each other in a circle: " + left);
      }
      ordered.addAll(free);
      left.removeAll(free);
    }
    return List.copyOf(ordered);
  }
}
