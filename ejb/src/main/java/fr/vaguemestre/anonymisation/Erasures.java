package fr.vaguemestre.anonymisation;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.outbox.IndexQueue;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.storage.ContentStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Erases letters: from every feature at once, in the caller's transaction, by a few statements for
 * all of them. Files and index follow after the commit, whatever becomes of the server meanwhile:
 * the database notes in {@code content_removal} which contents a row names no more, and the letters
 * are queued for the index.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Erasures {
  /**
   * Of an erasure {@code e}, SQL: something was done on the letter after it. Whatever writes on a
   * letter leaves an entry in the journal, in its transaction. What was destroyed takes nothing.
   */
  static final String OUTDATED =
      """
      (e.purpose <> 'DESTROY' and exists (select 1 from journal_entry j where j.tenant_id = e.tenant_id
          and j.correspondence_id = e.correspondence_id and j.at > e.erased_at))\
      """;

  private static final String LETTERS = "correspondence";

  /**
   * SQL: a letter {@code c} has no erasure {@code e} such as this. Counted by its key, for a join
   * would read all erasures of the town for every few letters.
   */
  public static String none(String such) {
    return "0 = (select count(*) from erasure e where e.tenant_id = c.tenant_id and e.correspondence_id = c.id and "
        + such
        + ")";
  }

  @Inject Database database;
  @Inject TableOrder order;
  @Inject @Any Instance<PersonalData> features;
  @Inject @Any Instance<Protection> protections;
  @Inject IndexQueue index;
  @Inject ContentStore store;
  @Inject Clock clock;

  /**
   * Erases as far as the purpose wants. Letters that are gone, protected or erased that far
   * already, with nothing written on them since, are left as they are; the others are locked, and
   * whoever worked on one meets a stale version.
   *
   * @param letters ids of letters of this town, a few thousand at most
   * @return the ids of those erased now, in order
   */
  public List<Long> erase(Purpose purpose, List<Long> letters) {
    lock(letters);
    var erased = erasable(purpose, letters);
    if (erased.isEmpty()) {
      return erased;
    }
    keepNoBytes();
    var holdings = holdings(purpose);
    var remainders = features.stream().map(feature -> feature.erase(purpose, erased)).toList();
    // The letter's own row once for all that changes of it: of a row already changed in a
    // transaction every key is looked up anew.
    erasing("yes");
    database.update(letters(holdings, erased));
    erasing("");
    holdings.stream()
        .filter(holding -> !holding.table().equals(LETTERS))
        .forEach(holding -> clear(holding, purpose, erased));
    remainders.forEach(Runnable::run);
    database.update(
        sql(
            """
            insert into erasure (correspondence_id, purpose, erased_at) select unnest(cast(? as bigint[])), ?, ?
            on conflict (tenant_id, correspondence_id) do update set erased_at = excluded.erased_at,
              purpose = case when excluded.purpose = 'REQUEST_COPY' then erasure.purpose else excluded.purpose end
            """,
            erased,
            purpose,
            clock.instant()));
    index.addErased(erased);
    return erased;
  }

  /** While it says so, the database notes no past sender. */
  private void erasing(String whether) {
    database.list(
        sql("select set_config('app.erasing', ?, true) as erasing", whether),
        row -> row.text("erasing"));
  }

  private void keepNoBytes() {
    int town = TenantContext.required();
    if (!store.has(town, Holding.NO_BYTES)) {
      try {
        store.put(town, InputStream.nullInputStream(), 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Until the end of the transaction nobody changes these letters, or protects one. */
  public void lock(List<Long> letters) {
    database.list(
        sql("select id from correspondence where id = any(?) order by id for update", letters),
        row -> row.number("id"));
  }

  /** Those that may be erased; read once they are locked, so as to see what they waited for. */
  private List<Long> erasable(Purpose purpose, List<Long> letters) {
    var wanted =
        sql("select c.id from correspondence c where c.id = any(?) and", letters)
            .add(
                none("(e.purpose = 'DESTROY' or e.purpose = any(?)) and not " + OUTDATED),
                purpose.andFurther());
    protections.forEach(protection -> wanted.add("and not (" + protection.condition() + ")"));
    return database.list(wanted.add("order by c.id"), row -> row.number("id"));
  }

  /** Work that waits comes first: it is reached through the rows it is about. */
  private List<Holding> holdings(Purpose purpose) {
    var rank = order.childrenFirst();
    return features.stream()
        .flatMap(feature -> feature.holdings().stream())
        .filter(holding -> holding.concerns(purpose))
        .sorted(
            Comparator.comparing((Holding holding) -> !holding.table().equals("intention"))
                .thenComparing(holding -> rank.indexOf(holding.table())))
        .toList();
  }

  private void clear(Holding holding, Purpose purpose, List<Long> letters) {
    if (holding.removes(purpose)) {
      database.update(of(holding, "delete from " + holding.table() + " x where", letters));
    } else {
      database.update(clearing(holding, letters));
    }
  }

  private static Statement clearing(Holding holding, List<Long> letters) {
    return of(
        holding, "update " + holding.table() + " x set " + cleared(holding) + " where", letters);
  }

  private static String cleared(Holding holding) {
    return holding.columns().entrySet().stream()
        .map(column -> column.getKey() + " = " + column.getValue())
        .collect(Collectors.joining(", "));
  }

  /** What the letters' own rows say, and a new version of each whatever the purpose. */
  private static Statement letters(List<Holding> holdings, List<Long> letters) {
    var cleared =
        holdings.stream()
            .filter(holding -> holding.table().equals(LETTERS))
            .map(holding -> ", " + cleared(holding))
            .collect(Collectors.joining());
    return sql("update correspondence x set version = x.version + 1" + cleared)
        .add("where x.id = any(?)", letters);
  }

  private static Statement of(Holding holding, String verb, List<Long> letters) {
    int marks = (int) holding.rows().chars().filter(c -> c == '?').count();
    return sql(verb).add("(" + holding.rows() + ")", Collections.nCopies(marks, letters).toArray());
  }
}
