package fr.vaguemestre.maarch;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Scope;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.contact.Contacts;
import fr.vaguemestre.correspondence.Correspondences.StoredPiece;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads for Maarch's clients. A machine account reads the letters it brought and no other, of them
 * the files it brought and the sender it named: what agents add is theirs. An agent reads those
 * {@link Visibility} shows them.
 */
@Stateless
public class MaarchLetters {
  /** What Maarch calls where a letter stands, of {@code c} and its state {@code s}. */
  static final String STATUS =
      "case when c.closed then 'END' when s.initial then 'INIT' when c.assignee_id is null then 'NEW' else 'COU' end";

  private static final int MOST = 500;

  private static final String FROM =
      """
      from correspondence c
      left join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id
      left join priority p on p.tenant_id = c.tenant_id and p.id = c.priority_id
      left join unit u on u.tenant_id = c.tenant_id and u.id = c.unit_id
      join circuit_state s on s.tenant_id = c.tenant_id and s.circuit_version_id = c.circuit_version_id and s.code = c.state
      left join deposit d on d.tenant_id = c.tenant_id and d.correspondence_id = c.id
      left join contact k on k.tenant_id = c.tenant_id and k.id = c.sender_id and (not ? or exists (
           select 1 from deposit_contact b where b.tenant_id = k.tenant_id and b.contact_id = k.id and b.client_id = d.client_id))
      where
      """;

  @Inject ApiClients clients;
  @Inject Database database;

  /** A file of a letter besides its main one. */
  public record Piece(
      long id, String name, String mediaType, long size, Instant addedAt, boolean main) {}

  /** A note that this reader may read. */
  public record NoteItem(long id, String text, Instant at, String author) {}

  /** A page, and how many there are in all. */
  public record Found(List<MaarchLetter> letters, long count) {}

  /**
   * @throws Refusal NOT_FOUND when absent, or not for this reader
   */
  public MaarchLetter one(Reader reader, long id) {
    return database
        .first(select(reader).add("and c.id = ?", id), MaarchLetters::letter)
        .orElseThrow(Refusal::notFound);
  }

  /** Those of these ids that are for this reader, in the order of the ids. */
  public List<MaarchLetter> these(Reader reader, List<Long> ids) {
    var found = new HashMap<Long, MaarchLetter>();
    database
        .list(select(reader).add("and c.id = any(?)", ids), MaarchLetters::letter)
        .forEach(letter -> found.put(letter.id(), letter));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** The version that somebody who acts on it now has seen. */
  public long version(Reader reader, long id) {
    return database
        .first(select(reader).add("and c.id = ?", id), row -> row.number("version"))
        .orElseThrow(Refusal::notFound);
  }

  /** The letter of this external id; a machine account's own names, an agent's town's. */
  public Optional<Long> external(Reader reader, String name, String id) {
    return database.first(
        select(reader)
            .add(
                reader.machine()
                    ? sql("and d.external_name = ? and d.external_id = ?", name, id)
                    : sql("and c.external_id = ?", id)),
        row -> row.number("id"));
  }

  /**
   * @param order a column and {@code asc} or {@code desc}; null for the newest first
   * @throws Refusal on {@code orderBy} for another
   */
  public Found list(Reader reader, Wanted wanted, String order, int offset, int limit) {
    long count =
        database.count(
            sql("select count(*) as count")
                .add(FROM, reader.machine())
                .add(seen(reader))
                .add("and")
                .add(wanted.condition()));
    var letters =
        database.list(
            select(reader)
                .add("and")
                .add(wanted.condition())
                .add("order by " + order(order) + ", c.id desc")
                .add("offset ? limit ?", Math.max(0, offset), Math.clamp(limit, 1, MOST)),
            MaarchLetters::letter);
    return new Found(letters, count);
  }

  /** The letters whose chrono is one of these. */
  public List<Long> ofChronos(Reader reader, List<String> chronos) {
    return database.list(
        select(reader).add("and c.chrono = any(?)", chronos), row -> row.number("id"));
  }

  /** A file of the letter, the main one for null; NOT_FOUND when it is not for this reader. */
  public StoredPiece piece(Reader reader, Long letter, Long document) {
    return database
        .first(
            sql("select f.* from document f join correspondence c on c.tenant_id = f.tenant_id and c.id = f.correspondence_id where")
                .add(seen(reader))
                .add("and (not ? or f.added_by = ?)", reader.machine(), reader.agent())
                .add(
                    "and (?::bigint is null or c.id = ?::bigint) and (?::bigint is null or f.id = ?::bigint) order by f.position limit 1",
                    letter,
                    letter,
                    document,
                    document),
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

  /** Its files, the main one first. */
  public List<Piece> pieces(Reader reader, long letter) {
    one(reader, letter);
    return database.list(
        sql(
            "select * from document where correspondence_id = ? and (not ? or added_by = ?) order by position, id",
            letter,
            reader.machine(),
            reader.agent()),
        row ->
            new Piece(
                row.number("id"),
                row.text("name"),
                row.text("media_type"),
                row.number("size_bytes"),
                row.instant("added_at"),
                row.number("position") == 0));
  }

  /** Of a machine account, the notes it wrote itself; agents' notes are theirs. */
  public List<NoteItem> notes(Reader reader, long letter) {
    one(reader, letter);
    return database.list(
        sql(
            """
            select n.*, a.first_name || ' ' || a.last_name as author from note n
              join agent a on a.tenant_id = n.tenant_id and a.id = n.author_id
             where n.correspondence_id = ? and (n.author_id = ? or not ?
               and (n.unit_id is null or n.unit_id = any(?))) order by n.written_at, n.id
            """,
            letter,
            reader.agent(),
            reader.machine(),
            reader.branch()),
        row ->
            new NoteItem(
                row.number("id"), row.text("body"), row.instant("written_at"), row.text("author")));
  }

  private Statement select(Reader reader) {
    return sql("select c.*, "
            + STATUS
            + """
                 as maarch_status, s.label as status_label, t.label as type_label, p.code as priority_code, p.label as priority_label,
                 p.colour as priority_colour, u.code as unit_code, u.label as unit_label, k.id as known_sender, k.last_name, k.first_name, k.company, k.email,
                 d.external_name, coalesce(d.external_id, c.external_id) as known_as, coalesce(d.custom_fields, '{}') as custom_fields
                """)
        .add(FROM, reader.machine())
        .add(seen(reader));
  }

  private Statement seen(Reader reader) {
    return reader.machine()
        ? sql(
            "exists (select 1 from deposit o where o.tenant_id = c.tenant_id and o.correspondence_id = c.id and o.client_id = ?)",
            clients.calling(reader, Scope.REGISTER).id())
        : Visibility.condition("c", reader);
  }

  private static String order(String wished) {
    if (wished == null || wished.isBlank()) {
      return "c.registered_at desc";
    }
    var words = wished.strip().split("\\s+");
    var way = words.length > 1 && words[1].equalsIgnoreCase("desc") ? " desc" : " asc";
    return Clause.column(words[0])
            .orElseThrow(() -> Refusal.field("orderBy", "maarch.order", wished))
        + way;
  }

  private static MaarchLetter letter(Row row) {
    boolean closed = row.flag("closed");
    return new MaarchLetter(
        row.number("id"),
        row.text("chrono"),
        row.text("maarch_status"),
        row.text("status_label"),
        row.text("subject"),
        row.text("category"),
        row.number("type_id"),
        row.text("type_label"),
        row.text("priority_code"),
        row.text("priority_label"),
        row.text("priority_colour"),
        row.number("unit_id"),
        row.text("unit_code"),
        row.text("unit_label"),
        row.instant("registered_at"),
        row.date("document_date"),
        row.date("arrival_date"),
        row.date("deadline"),
        closed ? row.instant("state_since") : null,
        row.flag("confidential"),
        row.numberOrNull("known_sender"),
        row.numberOrNull("known_sender") == null ? null : Contacts.shownName(row),
        row.text("external_name"),
        row.text("known_as"),
        row.text("custom_fields"));
  }
}
