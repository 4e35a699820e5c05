package fr.vaguemestre.correspondence;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.OperatorSight;
import fr.vaguemestre.extraction.ReadingTools;
import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Has documents read again that may be readable now: the program that was missing is there; the
 * machine was too busy, in the week after they came; or they wait, and nothing is to read them.
 */
@ApplicationScoped
public class ExtractionRetry implements Chore {
  private static final List<String> BUSY =
      List.of("extraction.crash", "extraction.memory", "extraction.timeout");
  private static final List<String> MISSING =
      List.of("extraction.no-tesseract", "extraction.no-language", "extraction.no-poppler");

  /** Whether operators are told of a document {@code d}. */
  private static final String TOLD =
      "exists (select 1 from correspondence c where c.tenant_id = d.tenant_id and c.id = d.correspondence_id and "
          + OperatorSight.TOLD
          + ")";

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject Database database;
  @Inject ReadingTools tools;
  @Inject Outbox outbox;
  @Inject Clock clock;

  @Override
  public String step() {
    return "extraction-retry";
  }

  @Override
  public long size() {
    return database.count(worth("select count(*) as count").add("and " + TOLD));
  }

  @Override
  public List<String> after(String key, int most) {
    return database.list(
        worth("select d.id")
            .add(
                "and d.id > ? order by d.id limit ?", key == null ? 0L : Long.parseLong(key), most),
        row -> row.text("id"));
  }

  @Override
  public List<String> told(List<String> keys) {
    return database.list(
        sql(
            "select d.id from document d where d.id = any(?) and " + TOLD,
            keys.stream().map(Long::valueOf).toList()),
        row -> row.text("id"));
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    var again = again(keys.stream().map(Long::valueOf).toList());
    again.forEach(document -> outbox.intend(Kind.EXTRACT_DOCUMENT, document));
    told(again.stream().map(String::valueOf).toList())
        .forEach(document -> findings.found("document " + document, "read-again"));
  }

  /** Those that are still worth it. */
  private List<Long> again(Collection<Long> ids) {
    return database.list(
        sql("update document set extraction = 'PENDING', extraction_reason = null where id in (")
            .add(worth("select d.id"))
            .add("and d.id = any(?)) returning id", ids),
        row -> row.number("id"));
  }

  private Statement worth(String verb) {
    var now = clock.instant();
    return sql(
        verb
            + """
               from document d where (
                d.extraction in ('FAILED', 'NOT_OCRED') and d.extraction_reason = any(?)
                or d.extraction = 'FAILED' and d.extraction_reason = any(?) and d.added_at > ?
                or d.extraction = 'PENDING' and d.added_at < ? and not exists (
                  select 1 from intention i where i.kind = ? and i.subject_id = d.id))
              """,
        thereNow(),
        BUSY,
        now.minus(WEEK),
        now.minus(HOUR),
        Kind.EXTRACT_DOCUMENT);
  }

  private List<String> thereNow() {
    var absent =
        tools.found().stream()
            .filter(tool -> !tool.there())
            .map(ReadingTools.Tool::without)
            .toList();
    return MISSING.stream().filter(reason -> !absent.contains(reason)).toList();
  }
}
