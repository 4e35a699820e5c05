package fr.vaguemestre.anonymisation;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.stream.Stream;

/** Contents put in the store for a letter that was erased meanwhile: no row ever named them. */
@ApplicationScoped
public class Leftovers {
  @Inject Database database;

  /**
   * Has those of these contents removed by the night that no row names.
   *
   * @param sha256 addresses in the content store; null ones are none
   */
  public void unnamed(String... sha256) {
    Stream.of(sha256)
        .filter(Objects::nonNull)
        .forEach(
            address ->
                database.update(
                    sql(
                        "insert into content_removal (sha256, asked_at) values (?, now())"
                            + " on conflict (tenant_id, sha256) do update set asked_at = excluded.asked_at",
                        address)));
  }
}
