package fr.vaguemestre.journal;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Writes what happened, in the transaction in which it happens. The chain is made later by {@link
 * JournalSealer}, so that no two letters wait for each other.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Journal {
  /** Of what people wrote, in characters. */
  private static final int LONGEST = 10_000;

  @Inject Database database;
  @Inject Clock clock;
  @Inject Tenants tenants;
  @Inject Event<Acted> acted;

  /**
   * @param reader in whose name it was done: the journal says by whom, and in whose place
   * @param facts codes and ids only, sealed for ever
   * @param words what people wrote (a reason, a note), erasable; null for none
   * @throws Refusal when there are more than 10,000 characters of them
   */
  public void record(
      Reader reader,
      Long correspondence,
      String action,
      String before,
      String after,
      Map<String, ?> facts,
      String words) {
    if (words != null && words.length() > LONGEST) {
      throw new Refusal("journal.words-too-long", LONGEST);
    }
    var id =
        database
            .first(
                sql(
                    """
                    with entry as (
                      insert into journal_entry (id, at, actor_id, for_agent_id, correspondence_id, action, state_before, state_after, facts)
                      values (nextval('row_id'), ?, ?, ?, ?, ?, ?, ?, ?) returning id)
                    insert into journal_unsealed (entry_id) select id from entry returning entry_id
                    """,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    reader.actor(),
                    reader.inPlaceOf(),
                    correspondence,
                    action,
                    before,
                    after,
                    Facts.written(facts)),
                row -> row.number("entry_id"))
            .orElseThrow();
    acted.fire(new Acted(reader.tenant(), reader.actor()));
    if (words != null && !words.isBlank()) {
      database.update(sql("insert into journal_words (entry_id, words) values (?, ?)", id, words));
    }
  }

  /**
   * The same deed on many letters, without words and with no change of state.
   *
   * @param facts of each letter, by its id
   */
  public void record(Reader reader, String action, Map<Long, Map<String, ?>> facts) {
    database.update(
        sql(
            """
            with entry as (
              insert into journal_entry (id, at, actor_id, for_agent_id, correspondence_id, action, facts)
              select nextval('row_id'), ?, ?, cast(? as bigint), f.letter, ?, f.facts
                from unnest(cast(? as bigint[]), cast(? as text[])) as f (letter, facts) returning id)
            insert into journal_unsealed (entry_id) select id from entry
            """,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            reader.actor(),
            reader.inPlaceOf(),
            action,
            List.copyOf(facts.keySet()),
            facts.values().stream().map(Facts::written).toList()));
    acted.fire(new Acted(reader.tenant(), reader.actor()));
  }

  /** A change of configuration: which object, by its code. */
  public void administration(Reader reader, String action, String code) {
    record(reader, null, action, null, null, Map.of("code", code), null);
  }

  /**
   * The history of one letter, oldest first. The caller has already made sure that the reader sees
   * the letter.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public List<JournalLine> of(long correspondence, JournalFilter filter) {
    var asked =
        sql(
            """
            select j.*, w.words, n.number as seal, n.hash, a.first_name || ' ' || a.last_name as actor,
                   f.first_name || ' ' || f.last_name as in_place_of,
                   coalesce(sb.label, j.state_before) as before_label, coalesce(sa.label, j.state_after) as after_label
              from journal_entry j
              join agent a on a.tenant_id = j.tenant_id and a.id = j.actor_id
              join correspondence c on c.tenant_id = j.tenant_id and c.id = j.correspondence_id
              left join agent f on f.tenant_id = j.tenant_id and f.id = j.for_agent_id
              left join journal_seal n on n.tenant_id = j.tenant_id and n.entry_id = j.id
              left join journal_words w on w.tenant_id = j.tenant_id and w.entry_id = j.id
              left join lateral (select s.label from circuit_state s where s.tenant_id = j.tenant_id and s.code = j.state_before
                order by s.circuit_version_id = c.circuit_version_id desc, s.circuit_version_id desc limit 1) sb on true
              left join lateral (select s.label from circuit_state s where s.tenant_id = j.tenant_id and s.code = j.state_after
                order by s.circuit_version_id = c.circuit_version_id desc, s.circuit_version_id desc limit 1) sa on true
             where j.correspondence_id = ?
            """,
            correspondence);
    filter.narrow(asked, tenants.current().zone());
    return database.list(asked.add("order by j.at, j.id"), Journal::line);
  }

  private static JournalLine line(Row row) {
    return new JournalLine(
        row.number("id"),
        row.instant("at"),
        row.text("actor"),
        row.text("in_place_of"),
        row.text("action"),
        row.text("before_label"),
        row.text("after_label"),
        row.text("facts"),
        row.text("words"),
        row.numberOrNull("seal"),
        row.text("hash"));
  }
}
