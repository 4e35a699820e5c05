package fr.vaguemestre.it.bench;

import fr.vaguemestre.search.Facet;
import fr.vaguemestre.search.IndexedLetter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The letters of the {@link Crowd}'s town as the database has them, one after the other by one
 * plain query, as the floor of a rebuild reads them.
 */
final class StoredTexts implements Iterator<IndexedLetter>, AutoCloseable {
  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;
  private boolean more;

  /**
   * @param most letters at most
   */
  StoredTexts(int most) throws SQLException {
    connection = BenchServer.database("vaguemestre");
    connection.setAutoCommit(false);
    statement = connection.createStatement();
    statement.setFetchSize(500);
    rows =
        statement.executeQuery(
            """
            select c.id, c.chrono, c.subject, c.arrival_date, c.state, c.unit_id, k.last_name as sender, x.body,
                   (select string_agg(v.token, ' ') from correspondence_audience v
                     where v.tenant_id = c.tenant_id and v.correspondence_id = c.id) as tokens
              from correspondence c
              left join contact k on k.tenant_id = c.tenant_id and k.id = c.sender_id
              left join document d on d.tenant_id = c.tenant_id and d.correspondence_id = c.id and d.position = 0
              left join document_text x on x.tenant_id = d.tenant_id and x.document_id = d.id
             where c.tenant_id = %d order by c.id limit %d
            """
                .formatted(Crowd.TOWN, most));
    more = rows.next();
  }

  @Override
  public boolean hasNext() {
    return more;
  }

  @Override
  public IndexedLetter next() {
    if (!more) {
      throw new NoSuchElementException();
    }
    try {
      var letter = letter();
      more = rows.next();
      return letter;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private IndexedLetter letter() throws SQLException {
    var tokens = rows.getString("tokens");
    return IndexedLetter.of(
            rows.getLong("id"), tokens == null ? Set.of() : Set.of(tokens.split(" ")))
        .chrono(rows.getString("chrono"))
        .subject(rows.getString("subject"))
        .sender(rows.getString("sender"))
        .text(rows.getString("body"))
        .arrival(rows.getDate("arrival_date").toLocalDate())
        .facet(Facet.STATE, rows.getString("state"))
        .facet(Facet.UNIT, rows.getString("unit_id"))
        .build();
  }

  @Override
  public void close() throws SQLException {
    rows.close();
    statement.close();
    connection.close();
  }
}
