package fr.vaguemestre.delay;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;

/** The calendar of a town: whose public holidays, and its own closing days. */
@Stateless
public class Calendars {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;

  @Inject Database database;
  @Inject Journal journal;

  /** The town's calendar; the mainland's while it has chosen none. */
  public WorkCalendar current() {
    var own =
        database.list(
            sql("select * from closing_day order by day"),
            row -> new ClosingDay(row.date("day"), row.text("label"), row.flag("yearly")));
    return database
        .first(
            sql("select * from town_calendar"),
            row ->
                new WorkCalendar(
                    row.constant("territory", Territory.class), row.flag("good_friday"), own))
        .orElseGet(() -> new WorkCalendar(Territory.MAINLAND, false, own));
  }

  /**
   * Chooses the public holidays.
   *
   * @throws Refusal on {@code goodFriday} outside Alsace-Moselle
   */
  public void choose(Reader reader, Territory territory, boolean goodFriday) {
    reader.need(Right.ADMIN_TYPES);
    var chosen = new WorkCalendar(territory, goodFriday, List.of());
    database.update(
        sql(
            """
            insert into town_calendar (territory, good_friday) values (?, ?)
            on conflict (tenant_id) do update set territory = excluded.territory, good_friday = excluded.good_friday
            """,
            chosen.territory(),
            chosen.goodFriday()));
    journal.administration(
        reader, "CHANGE_CALENDAR", territory.name() + (goodFriday ? "+GOOD_FRIDAY" : ""));
  }

  /**
   * Adds a closing day.
   *
   * @throws Refusal on {@code day} when one is there already
   */
  public void close(Reader reader, @Valid ClosingDay closing) {
    reader.need(Right.ADMIN_TYPES);
    if (closing.day().getYear() < FIRST_YEAR || closing.day().getYear() > LAST_YEAR) {
      throw Refusal.field(
          "day", "delay.year-out-of-range", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
    }
    int added =
        database.update(
            sql(
                "insert into closing_day (day, label, yearly) values (?, ?, ?) on conflict do nothing",
                closing.day(),
                closing.label().strip(),
                closing.yearly()));
    if (added == 0) {
      throw Refusal.field("day", "delay.closed-already", closing.day());
    }
    journal.administration(reader, "ADD_CLOSING_DAY", closing.day().toString());
  }

  /** Takes a closing day back; nothing when it is gone already. */
  public void reopen(Reader reader, LocalDate day) {
    reader.need(Right.ADMIN_TYPES);
    if (database.update(sql("delete from closing_day where day = ?", day)) > 0) {
      journal.administration(reader, "REMOVE_CLOSING_DAY", day.toString());
    }
  }
}
