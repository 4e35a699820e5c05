package fr.vaguemestre.it.bench;

import fr.vaguemestre.access.Visibility;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A reader of the demo town whose tokens are known outside the server, to ask Lucene alone what the
 * server is asked. That they are right shows in equal counts.
 */
record Someone(String size, String login, Set<String> tokens) {

  /** One agent of one unit, a director of fifty units, whoever sees every letter in circuit. */
  static List<Someone> ofEachSize() {
    return List.of(of("small", "f4000"), of("middle", "f0"), of("large", "dgs"));
  }

  private static Someone of(String size, String login) {
    var agent = "(select id from agent where tenant_id = %d and login = '%s')";
    var who = agent.formatted(Crowd.TOWN, login);
    var branch =
        ids(
            """
            with recursive branch as (
              select unit_id as id from post where tenant_id = %1$d and agent_id = %2$s
              union select u.id from unit u join branch b on b.id = u.parent_id where u.tenant_id = %1$d)
            select id from branch
            """
                .formatted(Crowd.TOWN, who));
    var directorate =
        !ids("select p.unit_id from post p join unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id"
                + " where u.kind = 'DG' and p.tenant_id = %d and p.agent_id = %s"
                    .formatted(Crowd.TOWN, who))
            .isEmpty();
    var confidential =
        !ids("select 1 from agent_group g join privilege_group_right r on r.tenant_id = g.tenant_id and r.group_id = g.group_id"
                + " where r.granted = 'READ_CONFIDENTIAL' and g.tenant_id = %d and g.agent_id = %s"
                    .formatted(Crowd.TOWN, who))
            .isEmpty();
    return new Someone(
        size,
        login,
        Visibility.heldBy(
            new Visibility.ReaderFacts(
                ids("select " + who).getFirst(),
                branch,
                false,
                directorate,
                confidential ? branch : List.of())));
  }

  private static List<Long> ids(String sql) {
    try (var connection = BenchServer.database("vaguemestre");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var ids = new ArrayList<Long>();
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
