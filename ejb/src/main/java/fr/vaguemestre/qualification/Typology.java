package fr.vaguemestre.qualification;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.delay.DelayDate;
import fr.vaguemestre.delay.DelayQuestion;
import fr.vaguemestre.delay.Delays;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.Unit;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.Seen;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The town's document types and priorities. */
@Stateless
public class Typology {
  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject Organisation organisation;
  @Inject Journal journal;
  @Inject Delays delays;
  @Inject PastRules past;
  @Inject Tenants tenants;
  @Inject Clock clock;

  public List<DocumentTypeLine> types() {
    return database.list(
        sql(
            """
            select t.*, u.code as unit from document_type t
              left join unit u on u.tenant_id = t.tenant_id and u.id = t.default_unit_id
             order by t.domain, t.family, t.label
            """),
        Typology::typeLine);
  }

  public List<PriorityLine> priorities() {
    return database.list(sql("select * from priority order by position"), Typology::priorityLine);
  }

  public Optional<DocumentType> type(String code) {
    return em.createQuery("select t from DocumentType t where t.code = :code", DocumentType.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  public Optional<Priority> priority(String code) {
    return em.createQuery("select p from Priority p where p.code = :code", Priority.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  /**
   * When a letter of this type and priority, arrived that day, is to be answered; none while a code
   * is unknown, the usual priority when it is null.
   */
  public Optional<DelayDate> deadline(String type, String priority, LocalDate arrival) {
    var urgency = priority == null ? Optional.of(usualPriority()) : priority(priority);
    return type(type).flatMap(t -> urgency.map(p -> deadline(t, p, arrival)));
  }

  /** When a letter of this type and priority, arrived that day, is to be answered. */
  public DelayDate deadline(DocumentType type, Priority priority, LocalDate arrival) {
    return past.on(type, arrival)
        .deadline(type.label(), arrival, priority, () -> delays.clock(null, null));
  }

  /** What its type asks of the law's clock for a request received that day and complete. */
  public DelayQuestion request(DocumentType type, LocalDate received) {
    return past.on(type, received).silence(received);
  }

  /** The priority a letter has when nobody chose one: the first in the list. */
  public Priority usualPriority() {
    return em.createQuery("select p from Priority p order by p.position", Priority.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new Refusal("qualification.no-priority"));
  }

  /** Creates the type, or changes the one of this code; {@code seenVersion}: see {@link Seen}. */
  public void saveType(Reader reader, @Valid DocumentTypeWish wish, Long seenVersion) {
    saveType(reader, wish, seenVersion, null);
  }

  /**
   * The same; changed delays and regime hold for what is received from {@code since} on, null for
   * today.
   *
   * @throws Refusal on {@code since} when the type has later rules already
   */
  public void saveType(
      Reader reader, @Valid DocumentTypeWish wish, Long seenVersion, LocalDate since) {
    reader.need(Right.ADMIN_TYPES);
    var known = type(wish.code());
    known.ifPresent(t -> Seen.check(t.version(), seenVersion, "code", wish.code()));
    var type = known.orElseGet(() -> new DocumentType(wish.code()));
    var before = known.map(DocumentType::rules);
    type.describe(wish, unit(wish.defaultUnit()));
    em.persist(type);
    before
        .filter(rules -> !rules.equals(type.rules()))
        .ifPresent(
            rules ->
                past.keep(type, rules, since == null ? tenants.current().today(clock) : since));
    journal.administration(reader, "SAVE_TYPE", wish.code());
  }

  /** What the type of this code decided for what was received earlier, oldest first. */
  public List<PastRules.Past> pastRules(String code) {
    return type(code).map(t -> past.of(t.id())).orElse(List.of());
  }

  public void savePriority(Reader reader, @Valid PriorityWish wish, Long seenVersion) {
    reader.need(Right.ADMIN_TYPES);
    var known = priority(wish.code());
    known.ifPresent(p -> Seen.check(p.version(), seenVersion, "code", wish.code()));
    known.ifPresentOrElse(p -> p.describe(wish), () -> em.persist(new Priority(wish)));
    journal.administration(reader, "SAVE_PRIORITY", wish.code());
  }

  private Unit unit(String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    return organisation
        .unit(code)
        .orElseThrow(() -> Refusal.field("defaultUnit", "organisation.unknown-unit", code));
  }

  private static DocumentTypeLine typeLine(Row row) {
    return new DocumentTypeLine(
        row.number("id"),
        row.number("version"),
        row.text("code"),
        row.text("label"),
        row.text("domain"),
        row.text("family"),
        integer(row.numberOrNull("process_delay_days")),
        row.flag("process_delay_worked"),
        row.constant("regime", Regime.class),
        row.text("legal_delay"),
        row.text("blocking_pieces"),
        integer(row.numberOrNull("reminder_before_days")),
        integer(row.numberOrNull("reminder_after_days")),
        row.flag("acknowledged_alone"),
        row.text("retention"),
        row.constant("retention_start", RetentionStart.class),
        row.constant("final_disposition", Disposition.class),
        row.text("unit"),
        row.flag("active"));
  }

  private static PriorityLine priorityLine(Row row) {
    return new PriorityLine(
        row.number("id"),
        row.number("version"),
        row.text("code"),
        row.text("label"),
        row.text("colour"),
        (int) row.number("days"),
        (int) row.number("position"));
  }

  private static Integer integer(Long value) {
    return value == null ? null : value.intValue();
  }
}
