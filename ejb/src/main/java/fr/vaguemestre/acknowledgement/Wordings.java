package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/** The texts of acknowledgements: a town's own, else those shipped. */
@ApplicationScoped
public class Wordings {
  @Inject Database database;

  /**
   * The text of the nearest unit up the chart, the last that was in force on the day of receipt;
   * the shipped one when the town has none.
   *
   * @param unit row id of the unit in charge
   */
  public String of(AcknowledgementKind kind, boolean paper, long unit, LocalDate received) {
    return database
        .first(
            sql(
                """
                with recursive up as (
                  select u.tenant_id, u.id, u.parent_id, 0 as far from unit u where u.id = ?
                  union all
                  select u.tenant_id, u.id, u.parent_id, up.far + 1 from unit u
                    join up on up.tenant_id = u.tenant_id and up.parent_id = u.id)
                select t.body from acknowledgement_text t left join up on up.tenant_id = t.tenant_id and up.id = t.unit_id
                 where t.kind = ? and t.paper = ? and t.since <= ? and (t.unit_id is null or up.id is not null)
                 order by up.far nulls last, t.since desc limit 1
                """,
                unit,
                kind,
                paper,
                received),
            row -> row.text("body"))
        .orElseGet(() -> shipped(kind));
  }

  static String shipped(AcknowledgementKind kind) {
    try (var in = Wordings.class.getResourceAsStream(kind.resource())) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
