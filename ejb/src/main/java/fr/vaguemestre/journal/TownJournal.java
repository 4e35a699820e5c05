package fr.vaguemestre.journal;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * The journal of a whole town, for who may consult it: what was administered, and what was done to
 * the letters they see (O8). What people wrote is read on the letter itself.
 */
@Stateless
public class TownJournal {
  private static final int SIZE = 50;
  private static final Pattern KEY = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

  @Inject Database database;
  @Inject Tenants tenants;

  public static boolean open(Reader reader) {
    return reader.may(Right.VIEW_JOURNAL, null);
  }

  /** The next fifty entries. */
  public JournalPage page(Reader reader, JournalFilter filter) {
    reader.need(Right.VIEW_JOURNAL, null);
    var asked =
        sql("""
                select j.id, j.at, j.action, j.facts, c.id as letter, c.chrono,
                       a.first_name || ' ' || a.last_name as actor, f.first_name || ' ' || f.last_name as in_place_of
                  from journal_entry j
                  join agent a on a.tenant_id = j.tenant_id and a.id = j.actor_id
                  left join agent f on f.tenant_id = j.tenant_id and f.id = j.for_agent_id
                  left join correspondence c on c.tenant_id = j.tenant_id and c.id = j.correspondence_id
                 where (j.correspondence_id is null or
                """)
            .add(Visibility.conditionByLetter("c", reader))
            .add(")");
    filter.narrow(asked, tenants.current().zone());
    after(asked, filter.after());
    var lines =
        database.list(
            asked.add("order by j.at desc, j.id desc limit ?", SIZE + 1), TownJournal::line);
    return lines.size() <= SIZE
        ? new JournalPage(lines, null)
        : new JournalPage(lines.subList(0, SIZE), key(lines.get(SIZE - 1)));
  }

  private static void after(Statement asked, String last) {
    if (last != null) {
      var key = KEY.matcher(last);
      if (!key.matches()) {
        throw Refusal.notFound();
      }
      asked.add(
          "and (j.at, j.id) < (?, ?)",
          Instant.EPOCH.plus(Long.parseLong(key.group(1)), ChronoUnit.MICROS),
          Long.parseLong(key.group(2)));
    }
  }

  private static String key(JournalPage.Line line) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, line.at()) + "-" + line.id();
  }

  private static JournalPage.Line line(Row row) {
    var letter = row.numberOrNull("letter");
    return new JournalPage.Line(
        row.number("id"),
        row.instant("at"),
        row.text("actor"),
        row.text("in_place_of"),
        row.text("action"),
        letter,
        row.text("chrono"),
        letter == null ? row.text("facts").replaceFirst("^(.* )?code=", "") : null);
  }
}
