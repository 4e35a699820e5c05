package fr.vaguemestre.consistency;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** The addresses that the rows of a town name, a part of them at a time. */
@ApplicationScoped
public class ContentNames {
  @Inject Database database;

  private record Name(String address, String where) {}

  /** Of the addresses that begin with this, each with one row that names it. */
  Map<String, String> under(String beginning) {
    var names = new HashMap<String, String>();
    for (var column : ContentColumn.ALL) {
      var found =
          database.list(
              sql(
                  "select %2$s as address, min(cast(%3$s as bigint)) as row from %1$s where %2$s like ? and %4$s group by %2$s"
                      .formatted(column.table(), column.column(), column.key(), column.condition()),
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
