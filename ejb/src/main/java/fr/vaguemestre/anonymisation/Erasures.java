package fr.vaguemestre.anonymisation;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Erases letters: from every feature at once, in the caller's transaction, by a few statements for
 * all of them. Files and index follow after the commit, by {@code content_removal} and {@code
 * index_queue}, whatever becomes of the server meanwhile.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Erasures {
  @Inject Database database;
  @Inject TableOrder order;
  @Inject @Any Instance<PersonalData> features;
  @Inject @Any Instance<Protection> protections;
  @Inject Clock clock;

  /**
   * Erases as far as the purpose wants. Letters that are gone, protected or erased that far already
   * are left as they are; the others are locked, and whoever worked on one meets a stale version.
   *
   * @param letters ids of letters of this town, a few thousand at most
   * @return the ids of those erased now, in order
   */
  public List<Long> erase(Purpose purpose, List<Long> letters) {
    var erased = lock(purpose, letters);
    if (erased.isEmpty()) {
      return erased;
    }
    var holdings = holdings(purpose);
    holdings.forEach(holding -> askRemoval(holding, erased));
    features.forEach(feature -> feature.erase(purpose, erased));
    holdings.forEach(holding -> database.update(clearing(holding, purpose, erased)));
    database.update(
        sql(
            """
            insert into erasure (correspondence_id, purpose, erased_at) select unnest(cast(? as bigint[])), ?, ?
            on conflict (tenant_id, correspondence_id) do update set purpose = excluded.purpose, erased_at = excluded.erased_at
            """,
            erased,
            purpose,
            clock.instant()));
    database.update(
        sql(
            "insert into index_queue (correspondence_id) select unnest(cast(? as bigint[]))",
            erased));
    return erased;
  }

  private List<Long> lock(Purpose purpose, List<Long> letters) {
    var further = List.of(Purpose.values()).subList(purpose.ordinal(), Purpose.values().length);
    var wanted =
        sql(
            """
            select c.id from correspondence c where c.id = any(?)
               and not exists (select 1 from erasure e where e.tenant_id = c.tenant_id and e.correspondence_id = c.id
                                  and e.purpose = any(?))
            """,
            letters,
            further);
    protections.forEach(protection -> wanted.add("and not (" + protection.condition() + ")"));
    return database.list(wanted.add("order by c.id for update of c"), row -> row.number("id"));
  }

  private List<Holding> holdings(Purpose purpose) {
    var rank = order.childrenFirst();
    return features.stream()
        .flatMap(feature -> feature.holdings().stream())
        .filter(holding -> holding.concerns(purpose))
        .sorted(Comparator.comparing(holding -> rank.indexOf(holding.table())))
        .toList();
  }

  private void askRemoval(Holding holding, List<Long> letters) {
    for (var column : holding.contents()) {
      database.update(
          of(
                  holding,
                  "insert into content_removal (sha256, asked_at) select distinct x.%s, cast(? as timestamptz) from %s x where x.%s <> '%s' and"
                      .formatted(column, holding.table(), column, Holding.NO_BYTES),
                  letters,
                  clock.instant())
              .add("on conflict do nothing"));
    }
  }

  private static Statement clearing(Holding holding, Purpose purpose, List<Long> letters) {
    if (holding.removes(purpose)) {
      return of(holding, "delete from " + holding.table() + " x where", letters);
    }
    var cleared =
        holding.columns().entrySet().stream()
            .map(column -> column.getKey() + " = " + column.getValue())
            .collect(Collectors.joining(", "));
    return of(holding, "update " + holding.table() + " x set " + cleared + " where", letters);
  }

  private static Statement of(Holding holding, String verb, List<Long> letters, Object... values) {
    int marks = (int) holding.rows().chars().filter(c -> c == '?').count();
    return sql(verb, values)
        .add("(" + holding.rows() + ")", Collections.nCopies(marks, letters).toArray());
  }
}
