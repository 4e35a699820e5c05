package fr.vaguemestre.consistency;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.OperatorSight;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The addresses that the rows of a town name, a part of them at a time. */
@ApplicationScoped
public class ContentNames {
  @Inject Database database;

  /** Of the addresses about to be removed between these two, both included, those still named. */
  Set<String> leaving(String first, String last) {
    // One statement, one moment: what passes from an upload to a letter meanwhile is seen in one.
    var named = sql("");
    for (var column : ContentColumn.ALL) {
      named.add(
          """
          %4$s select r.sha256 as address from content_removal r join %1$s on %1$s.%2$s = r.sha256
           where r.sha256 between cast(? as bpchar) and cast(? as bpchar) and %3$s
          """
              .formatted(
                  column.table(),
                  column.column(),
                  column.condition(),
                  column.equals(ContentColumn.ALL.getFirst()) ? "" : "union"),
          first,
          last);
    }
    return Set.copyOf(database.list(named, row -> row.text("address")));
  }

  /** Of the addresses that begin with this, those about to be removed. */
  Set<String> leaving(String beginning) {
    return Set.copyOf(
        database.list(
            sql("select sha256 from content_removal where sha256 like ?", beginning + "%"),
            row -> row.text("sha256")));
  }

  /** Of these addresses, those of documents whose letters operators are not told of. */
  Set<String> untold(Collection<String> addresses) {
    return Set.copyOf(
        database.list(
            sql(
                """
                select distinct x.address from document d
                  join correspondence c on c.tenant_id = d.tenant_id and c.id = d.correspondence_id and not %s
                  cross join lateral (values (d.sha256), (d.rendition_sha256), (d.thumbnail_sha256)) x (address)
                 where x.address = any(cast(? as bpchar[]))
                """
                    .formatted(OperatorSight.TOLD),
                addresses),
            row -> row.text("address")));
  }

  private record Name(String address, String where) {}

  /** Of the addresses that begin with this, each with one row that names it. */
  Map<String, String> under(String beginning) {
    var names = new HashMap<String, String>();
    for (var column : ContentColumn.ALL) {
      // In the order of the keys, so that a small town beside a large one does not read its rows.
      var found =
          database.list(
              sql(
                  """
                  select x.address, min(cast(x.row as bigint)) as row
                    from (select %2$s as address, %3$s as row from %1$s where %4$s order by %5$s%3$s offset 0) x
                   where x.address like ? group by x.address
                  """
                      .formatted(
                          column.table(),
                          column.column(),
                          column.key(),
                          column.condition(),
                          column.table().equals("tenant") ? "" : "tenant_id, "),
                  beginning + "%"),
              row ->
                  new Name(
                      row.text("address"),
                      column.table() + " " + row.text("row") + ", " + column.column()));
      found.forEach(name -> names.putIfAbsent(name.address(), name.where()));
    }
    return names;
  }
}
