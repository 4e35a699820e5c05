package fr.vaguemestre.anonymisation;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * The requests whose time has come: closed for three months, from day of month to day of month, and
 * not erased yet as far as they go, or written on since; in the order of their ids. A letter whose
 * type has a retention rule follows that rule: of its request only the copy goes.
 */
@ApplicationScoped
public class Requests {
  private static final int MONTHS = 3;

  @Inject Database database;
  @Inject PrivacySettings settings;
  @Inject Tenants tenants;
  @Inject @Any Instance<Protection> protections;
  @Inject Clock clock;

  /** A letter by its id and its number, null before it has one, and how far it goes. */
  record Due(long id, String chrono, Purpose purpose) {
    String title() {
      return chrono == null ? "letter " + id : chrono;
    }
  }

  long count() {
    return database.count(sql("select count(*) as count").add(due()));
  }

  /** The next ones after this id. */
  List<Due> after(long id, int most) {
    return list(sql("and c.id > ? order by c.id limit ?", id, most));
  }

  /** Those of these whose time has come, still. */
  List<Due> among(List<Long> ids) {
    return list(sql("and c.id = any(?) order by c.id", ids));
  }

  /** The last day on which a request was closed whose three months have passed on this day. */
  static LocalDate lastDay(LocalDate today) {
    var day = today.minusMonths(MONTHS);
    while (!day.plusDays(1).plusMonths(MONTHS).isAfter(today)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private List<Due> list(Statement which) {
    var usual = settings.current().purpose();
    return database.list(
        sql("select c.id, c.chrono, t.retention is not null as ruled").add(due()).add(which),
        row ->
            new Due(
                row.number("id"),
                row.text("chrono"),
                row.flag("ruled") ? Purpose.REQUEST_COPY : usual));
  }

  private Statement due() {
    var town = tenants.current();
    var setting = settings.current();
    var asked =
        sql(
            """
            from correspondence c join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id
             where c.closed and c.state_since < ?
               and (exists (select 1 from submission s where s.tenant_id = c.tenant_id and s.correspondence_id = c.id)
                 or ? and exists (select 1 from deposit d where d.tenant_id = c.tenant_id and d.correspondence_id = c.id)) and
            """,
            lastDay(town.today(clock)).plusDays(1).atStartOfDay(town.zone()).toInstant(),
            setting.deposits());
    asked.add(
        Erasures.none(
            "(e.purpose <> 'REQUEST_COPY' or t.retention is not null or ?) and not "
                + Erasures.OUTDATED),
        setting.keepLetters());
    protections.forEach(protection -> asked.add("and not (" + protection.condition() + ")"));
    return asked;
  }
}
