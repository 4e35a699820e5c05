package fr.vaguemestre.qualification;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** The rules a type had before those it has: what was received under them keeps them. */
@ApplicationScoped
public class PastRules {
  @Inject Database database;

  /** Rules that held for what was received before {@code until}. */
  public record Past(LocalDate until, TypeRules rules) {}

  /** Oldest first. */
  List<Past> of(long type) {
    return database.list(
        sql("select * from document_type_past where type_id = ? order by until", type),
        row -> new Past(row.date("until"), rules(row)));
  }

  /** The rules in force for what was received that day. */
  TypeRules on(DocumentType type, LocalDate received) {
    return database
        .first(
            sql(
                "select * from document_type_past where type_id = ? and until > ? order by until limit 1",
                type.id(),
                received),
            PastRules::rules)
        .orElseGet(type::rules);
  }

  /**
   * Keeps the rules a type had for what was received before {@code since}.
   *
   * @throws Refusal on {@code since} when later rules exist already
   */
  void keep(DocumentType type, TypeRules before, LocalDate since) {
    var past = of(type.id());
    if (!past.isEmpty() && since.isBefore(past.getLast().until())) {
      throw Refusal.field("since", "qualification.later-rules", past.getLast().until());
    }
    database.update(
        sql(
            """
            insert into document_type_past (type_id, until, process_delay_days, process_delay_worked, regime, legal_delay)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            type.id(),
            since,
            before.processDelayDays(),
            before.processDelayWorked(),
            before.regime(),
            before.legalDelay()));
  }

  private static TypeRules rules(Row row) {
    var days = row.numberOrNull("process_delay_days");
    return new TypeRules(
        days == null ? null : days.intValue(),
        row.flag("process_delay_worked"),
        row.constant("regime", Regime.class),
        row.text("legal_delay"));
  }
}
