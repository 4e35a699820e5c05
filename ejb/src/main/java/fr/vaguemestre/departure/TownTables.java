package fr.vaguemestre.departure;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.OwnerDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables that hold rows of towns, read from the database's own catalogue, so that a new one
 * cannot be forgotten.
 */
@ApplicationScoped
public class TownTables {
  @Inject OwnerDatabase owner;

  /**
   * A table by its name, quoted where SQL wants it.
   *
   * @param below for a table whose rows stand below one another, what tells that a row {@code
   *     below} stands directly below the row {@code above}
   */
  record Table(String name, List<String> below) {}

  private record Key(String child, String parent, String matching) {}

  /**
   * Each before those its rows point to: deleted in this order, no key is broken.
   *
   * @throws IllegalStateException when tables point to each other in a circle
   */
  List<Table> childrenFirst() {
    var names =
        owner.list(
            sql(
                """
                select c.oid::regclass::text as name from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
                 where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace order by 1
                """),
            row -> row.text("name"));
    var keys =
        owner.list(
            sql(
                """
                select k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent,
                       (select string_agg(format('below.%I = above.%I', a.attname, b.attname), ' and ')
                          from unnest(k.conkey, k.confkey) as pair (x, y)
                          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.x
                          join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.y) as matching
                  from pg_constraint k
                 where k.contype = 'f' and k.connamespace = current_schema()::regnamespace
                   and k.confrelid <> 'tenant'::regclass
                """),
            row -> new Key(row.text("child"), row.text("parent"), row.text("matching")));
    return order(names, keys);
  }

  private static List<Table> order(List<String> names, List<Key> keys) {
    var ordered = new ArrayList<Table>();
    var left = new ArrayList<>(names);
    while (!left.isEmpty()) {
      var pointedTo = pointedTo(keys, new HashSet<>(left));
      var free = left.stream().filter(name -> !pointedTo.contains(name)).toList();
      if (free.isEmpty()) {
        throw new IllegalStateException("tables point to each other in a circle: " + left);
      }
      free.forEach(name -> ordered.add(new Table(name, below(name, keys))));
      left.removeAll(free);
    }
    return ordered;
  }

  private static Set<String> pointedTo(List<Key> keys, Set<String> left) {
    return keys.stream()
        .filter(key -> left.contains(key.child()) && !key.child().equals(key.parent()))
        .map(Key::parent)
        .collect(Collectors.toSet());
  }

  private static List<String> below(String name, List<Key> keys) {
    return keys.stream()
        .filter(key -> key.child().equals(name) && key.parent().equals(name))
        .map(Key::matching)
        .toList();
  }
}
