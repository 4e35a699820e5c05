package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;

/**
 * What operators are told of a town's letters: how many there are, which need care; of one that is
 * politically sensitive and outside any circuit nothing, not even that it is there (O4).
 */
@ApplicationScoped
public class OperatorSight {
  /** SQL: whether they are told of a letter {@code c}. */
  public static final String TOLD = "(c.in_circuit or not c.sensitive)";

  @Inject Database database;

  /** How many letters they are told of. */
  public long letters() {
    return database.count(sql("select count(*) as count from correspondence c where " + TOLD));
  }

  /** Of these ids those they are told of, in their order. */
  public List<String> told(List<String> letters) {
    var untold =
        new HashSet<>(
            database.list(
                sql(
                    "select c.id from correspondence c where c.id = any(?) and not " + TOLD,
                    letters.stream().map(Long::valueOf).toList()),
                row -> row.text("id")));
    return letters.stream().filter(letter -> !untold.contains(letter)).toList();
  }
}
