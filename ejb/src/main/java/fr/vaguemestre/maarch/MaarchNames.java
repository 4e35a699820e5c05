package fr.vaguemestre.maarch;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** What Maarch's clients name by a number, or by a code, as the code it has here. */
@Stateless
public class MaarchNames {
  @Inject Database database;

  /** The code of a document type in use. */
  public Optional<String> type(String named) {
    return code("select code from document_type where active and", "code", named);
  }

  public Optional<String> priority(String named) {
    return code("select code from priority where", "code", named);
  }

  /** The code of an open unit. */
  public Optional<String> unit(String named) {
    return code("select code from unit where closed_on is null and", "code", named);
  }

  /** The login of somebody at work. */
  public Optional<String> agent(String named) {
    return code("select login as code from agent where active and not machine and", "login", named);
  }

  private Optional<String> code(String query, String column, String named) {
    var wanted =
        named.matches("[0-9]{1,18}")
            ? sql(
                "(id = ? or " + column + " = ?) order by id = ? desc limit 1",
                Long.valueOf(named),
                named,
                Long.valueOf(named))
            : sql("lower(" + column + ") = lower(?)", named);
    return named.indexOf('\0') >= 0
        ? Optional.empty()
        : database.first(Statement.sql(query).add(wanted), row -> row.text("code"));
  }
}
