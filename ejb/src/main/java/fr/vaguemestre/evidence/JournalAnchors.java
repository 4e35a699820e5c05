package fr.vaguemestre.evidence;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.journal.JournalChain;
import fr.vaguemestre.journal.Seals;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Leaves one anchor a day: the journal's last seal, in a row that is never changed and in a file
 * the town signs. A copy of that file kept elsewhere shows a journal that was written again, even
 * by who holds the database and its keys. The file is made from the row: done twice it is the same.
 */
@ApplicationScoped
public class JournalAnchors implements Chore {
  @Inject Database database;
  @Inject Seals seals;
  @Inject AnchorFiles files;
  @Inject Tenants tenants;
  @Inject Clock clock;

  @Override
  public String step() {
    return "journal-anchor";
  }

  @Override
  public long size() {
    return 1;
  }

  /** One item, the day. */
  @Override
  public List<String> after(String key, int most) {
    return key == null ? List.of(tenants.current().today(clock).toString()) : List.of();
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    var day = LocalDate.parse(keys.getLast());
    var last = seals.last().orElse(new Seals.Seal(0, JournalChain.START));
    database.update(
        sql(
            "insert into journal_anchor (day, number, hash, anchored_at) values (?, ?, ?, ?) on conflict do nothing",
            day,
            last.number(),
            last.hash(),
            clock.instant().truncatedTo(ChronoUnit.MICROS)));
    files.write(
        tenants.current(),
        database
            .first(sql("select * from journal_anchor where day = ?", day), JournalAnchors::anchor)
            .orElseThrow());
  }

  Optional<Anchor> last() {
    return database.first(
        sql("select * from journal_anchor where number > 0 order by day desc limit 1"),
        JournalAnchors::anchor);
  }

  private static Anchor anchor(Row row) {
    return new Anchor(
        row.date("day"), row.number("number"), row.text("hash"), row.instant("anchored_at"));
  }
}
