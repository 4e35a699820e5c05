package fr.vaguemestre.search;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads letters as the index wants them, a batch at a time. */
@Stateless
public class IndexedLetters {
  /**
   * Characters of a letter's documents that are indexed, in the documents' order; as many of its
   * reply and of its notes. What comes after is not found.
   */
  public static final int MOST_TEXT = 10_000_000;

  /** Characters of documents read together: 40 MB, and as much again while they are indexed. */
  static final long PORTION = 20_000_000;

  @Inject Database database;

  /** These letters in their order, cut into what is read together; a letter is never cut. */
  public List<List<Long>> portions(List<Long> ids) {
    var weights = new HashMap<Long, Long>();
    database
        .list(
            sql(
                """
                select d.correspondence_id as id, sum(octet_length(x.body)) as octets
                  from document d join document_text x on x.tenant_id = d.tenant_id and x.document_id = d.id
                 where d.correspondence_id = any(?) group by d.correspondence_id
                """,
                ids),
            row -> Map.entry(row.number("id"), row.number("octets")))
        .forEach(weight -> weights.put(weight.getKey(), weight.getValue()));
    return portions(ids, weights);
  }

  static List<List<Long>> portions(List<Long> ids, Map<Long, Long> weights) {
    var portions = new ArrayList<List<Long>>();
    long sum = 0;
    for (var id : ids) {
      long weight = Math.min(weights.getOrDefault(id, 0L), MOST_TEXT);
      if (portions.isEmpty() || sum + weight > PORTION) {
        portions.add(new ArrayList<>());
        sum = 0;
      }
      portions.getLast().add(id);
      sum += weight;
    }
    return portions;
  }

  /**
   * The letters of these ids that exist.
   *
   * @param text characters of each one's texts, {@link #MOST_TEXT} at most; 0 for none
   */
  public List<IndexedLetter> read(Collection<Long> ids, int text) {
    // Left joins, so that each is to the letter: PostgreSQL knows no town's size, and would first
    // multiply a large town's types, priorities, units and agents with one another.
    return database.list(
        sql(
            """
            select c.id, c.chrono, c.subject, c.arrival_date, c.state, c.channel, c.external_id,
                   c.document_date, c.deadline, c.closed, c.category, c.confidential,
                   case when c.closed then (c.state_since at time zone w.time_zone)::date end as closed_on,
                   a.login as assignee, a.first_name || ' ' || a.last_name as agent, r.login as registrant,
                   concat_ws(' ', k.first_name, k.last_name, k.company) as sender_name, k.city,
                   exists (select 1 from document d where d.tenant_id = c.tenant_id and d.correspondence_id = c.id) as files,
                   (select string_agg(n.unit_id || E'\\x1f' || left(translate(n.body, E'\\x1e\\x1f', '  '), ?), E'\\x1e') from note n
                     where n.tenant_id = c.tenant_id and n.correspondence_id = c.id and n.unit_id is not null) as kept_notes,
                   t.code as type, u.code as unit, p.code as priority,
                   concat_ws(' ', k.civility, k.first_name, k.last_name, k.company, k.street, k.complement, k.postcode, k.city) as sender,
                   k.email, k.phone,
                   (select string_agg(v.token, ' ') from correspondence_audience v
                     where v.tenant_id = c.tenant_id and v.correspondence_id = c.id) as tokens,
                   (select string_agg(left(y.body, (? - y.before)::int), E'\\n' order by y.position, y.id)
                      from (select x.body, d.position, d.id,
                                   coalesce(sum(octet_length(x.body)) over (order by d.position, d.id rows between unbounded preceding and 1 preceding), 0) as before
                              from document d join document_text x on x.tenant_id = d.tenant_id and x.document_id = d.id
                             where d.tenant_id = c.tenant_id and d.correspondence_id = c.id) y
                     where y.before < ?) as text,
                   (select left(v.body, ?) from reply r join reply_version v on v.tenant_id = r.tenant_id and v.reply_id = r.id
                     where r.tenant_id = c.tenant_id and r.correspondence_id = c.id and v.body is not null
                     order by v.number desc limit 1) as reply,
                   (select left(string_agg(n.body, E'\\n'), ?) from note n
                     where n.tenant_id = c.tenant_id and n.correspondence_id = c.id and n.unit_id is null) as notes,
                   (select string_agg(g.label, E'\\x1f') from correspondence_tag x join tag g on g.tenant_id = x.tenant_id and g.id = x.tag_id
                     where x.tenant_id = c.tenant_id and x.correspondence_id = c.id) as tags
              from correspondence c
              left join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id
              left join unit u on u.tenant_id = c.tenant_id and u.id = c.unit_id
              left join priority p on p.tenant_id = c.tenant_id and p.id = c.priority_id
              left join tenant w on w.id = c.tenant_id
              left join agent r on r.tenant_id = c.tenant_id and r.id = c.registrant_id
              left join agent a on a.tenant_id = c.tenant_id and a.id = c.assignee_id
              left join contact k on k.tenant_id = c.tenant_id and k.id = c.sender_id
             where c.id = any(?)
            """,
            text,
            text,
            text,
            text,
            text,
            ids),
        IndexedLetters::letter);
  }

  private static IndexedLetter letter(Row row) {
    var tokens = tokens(row);
    var letter = IndexedLetter.of(row.number("id"), tokens);
    if (row.text("tags") != null) {
      Stream.of(row.text("tags").split("\u001f")).forEach(tag -> letter.facet(Facet.TAG, tag));
    }
    if (row.text("kept_notes") != null) {
      Stream.of(row.text("kept_notes").split("\u001e"))
          .map(note -> note.split("\u001f", 2))
          .forEach(note -> letter.keptNote(Visibility.note(Long.parseLong(note[0])), note[1]));
    }
    return narrowed(letter, row)
        .chrono(row.text("chrono"))
        .subject(row.text("subject"))
        .sender(row.text("sender"))
        .text(row.text("text"))
        .reply(row.text("reply"))
        .notes(row.text("notes"), tokens)
        .number(row.text("external_id"))
        .number(row.text("email"))
        .number(row.text("phone"))
        .arrival(row.date("arrival_date"))
        .facet(Facet.TYPE, row.text("type"))
        .facet(Facet.STATE, row.text("state"))
        .facet(Facet.UNIT, row.text("unit"))
        .facet(Facet.PRIORITY, row.text("priority"))
        .facet(Facet.CHANNEL, row.text("channel"))
        .build();
  }

  /** What a letter carries in the index, of a row with its {@code id} and {@code tokens}. */
  static Set<String> tokens(Row row) {
    var tokens = new HashSet<String>();
    if (row.text("tokens") != null) {
      tokens.addAll(List.of(row.text("tokens").split(" ")));
      tokens.add(Visibility.letter(row.number("id")));
    }
    return tokens;
  }

  private static IndexedLetter.Builder narrowed(IndexedLetter.Builder letter, Row row) {
    return letter
        .day(Moment.DOCUMENT, row.date("document_date"))
        .day(Moment.DEADLINE, row.date("deadline"))
        .day(Moment.CLOSING, row.date("closed_on"))
        .trait(Trait.ASSIGNEE, row.text("assignee"))
        .trait(Trait.REGISTRANT, row.text("registrant"))
        .trait(Trait.CATEGORY, row.text("category"))
        .trait(Trait.FILES, Trait.of(row.flag("files")))
        .trait(Trait.CONFIDENTIAL, Trait.of(row.flag("confidential")))
        .trait(Trait.OPEN, Trait.of(!row.flag("closed")))
        .part(Part.SUBJECT, row.text("subject"))
        .part(Part.SENDER, row.text("sender_name"))
        .part(Part.EMAIL, row.text("email"))
        .part(Part.CITY, row.text("city"))
        .part(Part.CHRONO, row.text("chrono"))
        .part(Part.AGENT, row.text("agent"));
  }
}
