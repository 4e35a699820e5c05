package fr.vaguemestre.correspondence;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.extraction.ExtractionStatus;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.journal.JournalFilter;
import fr.vaguemestre.journal.JournalLine;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads of letters; each has the reader's visibility in its query. */
@Stateless
public class Correspondences {
  @Inject Database database;
  @Inject Journal journal;

  private static final String BETWEEN_TAGS = "\u001f";

  /** What a line shows this reader, from letters {@code c} chosen before anything is joined. */
  private static final String LINE =
      """
      select c.id, c.version, c.chrono, c.subject, c.state, c.state_since, c.closed, c.arrival_date, c.deadline, c.confidential,
             t.label as type_label, u.short_label as unit_label, s.label as state_label, s.tone as state_tone,
             p.label as priority_label, p.colour as priority_colour, p.days as priority_days,
             k.last_name as k_last, k.first_name as k_first, k.company as k_company, k.email as k_email,
             a.first_name || ' ' || a.last_name as assignee,
             (select count(*) from document d where d.tenant_id = c.tenant_id and d.correspondence_id = c.id) as attachments,
             (select count(*) from note n where n.tenant_id = c.tenant_id and n.correspondence_id = c.id and n.unit_id is null) as notes,
             not exists (select 1 from correspondence_reading r where r.tenant_id = c.tenant_id and r.correspondence_id = c.id and r.agent_id = ?) as unread,
             exists (select 1 from correspondence_follow f where f.tenant_id = c.tenant_id and f.correspondence_id = c.id and f.agent_id = ?) as followed,
             (select min(o.due_on) from contribution o where o.tenant_id = c.tenant_id and o.correspondence_id = c.id
               and o.answered_at is null and not o.withdrawn and not o.waiting
               and (o.asked_by = ? or o.asked_of_agent_id = ? or o.asked_of_unit_id = any(?))) as opinion_due,
             (select string_agg(g.label, E'\\x1f' order by g.key) from correspondence_tag x join tag g on g.tenant_id = x.tenant_id and g.id = x.tag_id
               where x.tenant_id = c.tenant_id and x.correspondence_id = c.id) as tags
        from chosen c
        left join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id
        left join unit u on u.tenant_id = c.tenant_id and u.id = c.unit_id
        left join priority p on p.tenant_id = c.tenant_id and p.id = c.priority_id
        join circuit_state s on s.tenant_id = c.tenant_id and s.circuit_version_id = c.circuit_version_id and s.code = c.state
        left join contact k on k.tenant_id = c.tenant_id and k.id = c.sender_id
        left join agent a on a.tenant_id = c.tenant_id and a.id = c.assignee_id
      """;

  /**
   * A page of lines, visible to this reader, on a further condition on {@code correspondence c} and
   * in an order given by the caller's code, both of columns of {@code c} alone.
   */
  public List<LetterLine> lines(Reader reader, Statement condition, String orderBy, int limit) {
    var seen = Visibility.condition("c", reader);
    return database.list(lines(reader, seen, condition, orderBy, limit), Correspondences::line);
  }

  private static Statement lines(
      Reader reader, Statement seen, Statement condition, String orderBy, int limit) {
    return sql("with chosen as (select c.* from correspondence c where")
        .add(seen)
        .add("and")
        .add(condition)
        .add("order by " + orderBy + " limit ?)", limit)
        .add(
            LINE, reader.agent(), reader.agent(), reader.agent(), reader.agent(), reader.ownUnits())
        .add("order by " + orderBy);
  }

  /** Those of the ids that this reader sees, in the order of the ids. */
  public List<LetterLine> lines(Reader reader, Collection<Long> ids) {
    var seen = Visibility.conditionByLetter("c", reader);
    var wanted = lines(reader, seen, sql("c.id = any(?)", ids), "c.id", ids.size());
    if (reader.standIns().isEmpty()) {
      wanted.plannedOnce();
    }
    Map<Long, LetterLine> found =
        database.list(wanted, Correspondences::line).stream()
            .collect(Collectors.toMap(LetterLine::id, Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /**
   * @throws Refusal NOT_FOUND when absent or invisible
   */
  public LetterView view(Reader reader, long id) {
    return database
        .first(
            sql(
                    """
                    select c.*, t.code as type_code, t.label as type_label, p.code as priority_code, p.label as priority_label,
                           u.code as unit_code, u.label as unit_label, a.login as assignee_login,
                           a.first_name || ' ' || a.last_name as assignee, r.first_name || ' ' || r.last_name as registrant,
                           s.label as state_label, s.tone as state_tone,
                           k.last_name as k_last, k.first_name as k_first, k.company as k_company, k.email as k_email,
                           concat_ws(', ', k.street, k.complement, trim(concat_ws(' ', k.postcode, k.city))) as k_address
                      from correspondence c
                      left join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id
                      left join priority p on p.tenant_id = c.tenant_id and p.id = c.priority_id
                      left join unit u on u.tenant_id = c.tenant_id and u.id = c.unit_id
                      left join agent r on r.tenant_id = c.tenant_id and r.id = c.registrant_id
                      join circuit_state s on s.tenant_id = c.tenant_id and s.circuit_version_id = c.circuit_version_id and s.code = c.state
                      left join agent a on a.tenant_id = c.tenant_id and a.id = c.assignee_id
                      left join contact k on k.tenant_id = c.tenant_id and k.id = c.sender_id
                     where c.id = ? and
                    """,
                    id)
                .add(Visibility.condition("c", reader)),
            row -> view(row, documents(id), participants(id)))
        .orElseThrow(Refusal::notFound);
  }

  /** Everything that was done to the letter, oldest first. */
  public List<JournalLine> history(Reader reader, long id) {
    return history(reader, id, JournalFilter.ALL);
  }

  public List<JournalLine> history(Reader reader, long id, JournalFilter filter) {
    requireVisible(reader, id);
    return journal.of(id, filter);
  }

  /** A file of the letter, with the addresses of its bytes; for streaming to this reader. */
  public StoredPiece piece(Reader reader, long id, Long document) {
    return database
        .first(
            sql(
                    "select d.* from document d join correspondence c on c.tenant_id = d.tenant_id and c.id = d.correspondence_id"
                        + " where c.id = ? and (cast(? as bigint) is null or d.id = ?) and",
                    id,
                    document,
                    document)
                .add(Visibility.condition("c", reader))
                .add("order by d.position limit 1"),
            row ->
                new StoredPiece(
                    row.number("id"),
                    row.text("name"),
                    row.text("media_type"),
                    row.text("sha256"),
                    row.text("rendition_sha256"),
                    row.text("thumbnail_sha256")))
        .orElseThrow(Refusal::notFound);
  }

  /** Where a document's bytes are: the original, and the derived pieces when they exist. */
  public record StoredPiece(
      long document,
      String name,
      String mediaType,
      String sha256,
      String rendition,
      String thumbnail) {}

  private void requireVisible(Reader reader, long id) {
    if (database.count(
            sql("select count(*) as count from correspondence c where c.id = ? and", id)
                .add(Visibility.condition("c", reader)))
        == 0) {
      throw Refusal.notFound();
    }
  }

  private List<LetterView.DocumentLine> documents(long id) {
    return database.list(
        sql("select * from document where correspondence_id = ? order by position, id", id),
        row ->
            new LetterView.DocumentLine(
                row.number("id"),
                row.constant("role", Document.Role.class),
                row.text("name"),
                row.text("media_type"),
                row.number("size_bytes"),
                row.constant("extraction", ExtractionStatus.class),
                row.text("extraction_reason"),
                integer(row.numberOrNull("pages")),
                integer(row.numberOrNull("pages_read")),
                row.text("thumbnail_sha256") != null,
                row.text("rendition_sha256") != null));
  }

  private List<LetterView.ParticipantLine> participants(long id) {
    return database.list(
        sql(
            """
            select p.role, p.unit_id is not null as is_unit, coalesce(u.code, a.login) as code,
                   coalesce(u.label, a.first_name || ' ' || a.last_name) as label
              from correspondence_participant p
              left join unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id
              left join agent a on a.tenant_id = p.tenant_id and a.id = p.agent_id
             where p.correspondence_id = ? order by p.role, label
            """,
            id),
        row ->
            new LetterView.ParticipantLine(
                row.constant("role", Participant.Role.class),
                row.flag("is_unit"),
                row.text("code"),
                row.text("label")));
  }

  private static LetterLine line(Row row) {
    return new LetterLine(
        row.number("id"),
        row.number("version"),
        row.text("chrono"),
        row.text("subject"),
        sender(row),
        row.text("type_label"),
        row.text("unit_label"),
        row.text("assignee"),
        row.text("state"),
        row.text("state_label"),
        row.text("state_tone"),
        row.flag("closed"),
        row.text("priority_label"),
        row.text("priority_colour"),
        row.date("arrival_date"),
        row.date("deadline"),
        row.flag("confidential"),
        row.number("attachments"),
        row.number("notes"),
        row.instant("state_since"),
        (int) row.number("priority_days"),
        row.flag("unread"),
        row.flag("followed"),
        row.text("tags") == null ? List.of() : List.of(row.text("tags").split(BETWEEN_TAGS)),
        row.date("opinion_due"));
  }

  private static LetterView view(
      Row row,
      List<LetterView.DocumentLine> documents,
      List<LetterView.ParticipantLine> participants) {
    return new LetterView(
        row.number("id"),
        row.number("version"),
        row.text("chrono"),
        row.constant("category", Category.class),
        row.constant("channel", Channel.class),
        row.text("subject"),
        row.text("type_code"),
        row.text("type_label"),
        row.text("priority_code"),
        row.text("priority_label"),
        row.numberOrNull("sender_id"),
        sender(row),
        row.text("k_email"),
        row.text("k_address"),
        row.number("unit_id"),
        row.text("unit_code"),
        row.text("unit_label"),
        row.text("assignee_login"),
        row.text("assignee"),
        row.text("registrant"),
        row.text("state"),
        row.text("state_label"),
        row.text("state_tone"),
        row.flag("closed"),
        row.instant("state_since"),
        row.date("document_date"),
        row.date("postmark_date"),
        row.date("first_received_on"),
        row.date("arrival_date"),
        row.instant("registered_at"),
        row.date("deadline"),
        row.text("deadline_reason"),
        row.flag("confidential"),
        row.flag("sensitive"),
        row.text("external_id"),
        documents,
        participants);
  }

  /** As {@code Contact.name()} writes it. */
  private static String sender(Row row) {
    var person =
        Stream.of(row.text("k_last"), row.text("k_first"))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    var company = row.text("k_company");
    if (company == null) {
      return person.isEmpty() ? row.text("k_email") : person;
    }
    return person.isEmpty() ? company : company + " (" + person + ")";
  }

  private static Integer integer(Long value) {
    return value == null ? null : value.intValue();
  }
}
