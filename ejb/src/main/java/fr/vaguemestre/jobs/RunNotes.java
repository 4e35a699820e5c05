package fr.vaguemestre.jobs;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;

/** What runs left out, which somebody must repair, then what they found. */
@Stateless
public class RunNotes {
  /** On one page. */
  public static final int MOST = 200;

  private static final Pattern CURSOR = Pattern.compile("(skipped|found)-(\\d{1,18})");

  @Inject Database database;

  /**
   * @param next cursor of the following page, null on the last
   */
  public record Page(List<RunNote> items, String next) {}

  /**
   * A page of a run's notes, skipped items first, in the order they were noted.
   *
   * @param after the cursor given with the page before, null for the first
   * @throws Refusal NOT_FOUND for a run that the town has not of this job
   */
  public Page page(Reader reader, Job job, long run, String after, int limit) {
    reader.need(Right.OPERATE);
    if (database.count(
            sql("select count(*) as count from job_run where id = ? and job = ?", run, job))
        == 0) {
      throw Refusal.notFound();
    }
    int size = Math.clamp(limit, 1, MOST);
    var wanted = sql("select * from job_note where run_id = ?", run);
    if (after != null && !after.isBlank()) {
      var place = CURSOR.matcher(after);
      if (!place.matches()) {
        throw Refusal.field("after", "jobs.cursor");
      }
      wanted.add(
          "and (kind = 'FOUND', id) > (?, ?)",
          place.group(1).equals("found"),
          Long.parseLong(place.group(2)));
    }
    var notes =
        database.list(wanted.add("order by kind = 'FOUND', id limit ?", size + 1), RunNote::read);
    return notes.size() > size
        ? new Page(List.copyOf(notes.subList(0, size)), cursor(notes.get(size - 1)))
        : new Page(notes, null);
  }

  private static String cursor(RunNote last) {
    return (last.skipped() ? "skipped-" : "found-") + last.id();
  }
}
