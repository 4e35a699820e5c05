package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;

/** The letters that absent colleagues lend, now (ORG5). */
@Stateless
public class Loans {
  @Inject Database database;

  /** Whether this letter lies now in a basket that the colleague shares. */
  public boolean cover(StandIn standIn, long letter) {
    return database.count(
            sql(
                    "select count(*) as count from correspondence x where x.id = ? and x.id in (",
                    letter)
                .add(Visibility.lent(standIn))
                .add(")"))
        > 0;
  }

  /**
   * What the search index is asked with: the reader's tokens, those of the letters lent, and those
   * of the notes kept to their units. None for whoever has none.
   */
  public Set<String> searchedBy(Reader reader) {
    var tokens = new HashSet<>(reader.tokens());
    if (tokens.isEmpty()) {
      return tokens;
    }
    reader.branch().forEach(unit -> tokens.add(Visibility.note(unit)));
    reader
        .standIns()
        .forEach(
            standIn ->
                tokens.addAll(
                    database.list(
                        Visibility.lent(standIn), row -> Visibility.letter(row.number("id")))));
    return tokens;
  }
}
