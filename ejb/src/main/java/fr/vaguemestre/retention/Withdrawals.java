package fr.vaguemestre.retention;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.acknowledgement.Automaton;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes letters back that are no longer due: the line says why, and stays on its list once that is
 * signed.
 */
@Stateless
public class Withdrawals {
  /**
   * Entries of the journal that add nothing to the letter: those of its way out, a unit that is
   * closed, a circuit that is replaced, what somebody read. Any other is of something that neither
   * the signature nor the visa knew; one that is new counts until it is named here.
   */
  static final List<String> WRITES_NOTHING =
      List.of(
          "RETENTION_WITHDRAWN",
          "RETENTION_TAKEN_OFF",
          "LITIGATION_HOLD",
          "LITIGATION_HOLD_LIFTED",
          "ELIMINATION_VISA",
          "ELIMINATION_REFUSED",
          "REASSIGN",
          "CHANGE_CIRCUIT",
          "EXPORT_JOURNAL");

  /**
   * Of a line {@code l} of a letter {@code c} of a type {@code t}: why it is no longer due. What is
   * destroyed is what the line told of to whoever signed it and to the archives.
   */
  private static final String WHY =
      """
      case when exists (select 1 from litigation_hold h where h.tenant_id = c.tenant_id and h.correspondence_id = c.id
                           and h.lifted_at is null) then 'retention.withdrawn.held'
           when not c.closed then 'retention.withdrawn.reopened'
           when cast(c.state_since at time zone n.time_zone as date) <> l.closed_on then 'retention.withdrawn.closed-anew'
           when %1$s <> l.documents or %2$s <> l.bytes
                or exists (select 1 from reply r join reply_version v on v.tenant_id = r.tenant_id and v.reply_id = r.id
                            where r.tenant_id = c.tenant_id and r.correspondence_id = c.id and v.created_at > l.found_at)
                or exists (select 1 from task k where k.tenant_id = c.tenant_id and k.correspondence_id = c.id
                              and k.sha256 is not null and k.answered_at > l.found_at) then 'retention.withdrawn.changed'
           when exists (select 1 from journal_entry j where j.tenant_id = c.tenant_id and j.correspondence_id = c.id
                           and j.at > l.found_at and j.action not in (%3$s)) then 'retention.withdrawn.written-on'
           when l.state in ('DUE', 'PROPOSED') and (t.retention, t.retention_start, t.final_disposition)
                is distinct from (l.retention, l.retention_start, l.disposition) then 'retention.withdrawn.other-rule'
      """
          .formatted(DueLetters.DOCUMENTS, DueLetters.BYTES, quoted(WRITES_NOTHING));

  private static final String FROM =
      """
       from retention_line l
       join correspondence c on c.tenant_id = l.tenant_id and c.id = l.correspondence_id
       join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id
       join tenant n on n.id = l.tenant_id
       where l.state = any(?)
      """;

  /** What is signed is kept as it was signed; before that the others go on without it. */
  private static final String LEAVES_UNSIGNED =
      """
      update retention_line l set list_id = null
       where l.id = ? and exists (select 1 from retention_list e where e.tenant_id = l.tenant_id and e.id = l.list_id
                                     and e.state = 'PROPOSED')
      """;

  private static final List<String> UNDER_WAY =
      Stream.of(LineState.values()).filter(state -> !state.last()).map(LineState::name).toList();

  @Inject Database database;
  @Inject Lines lines;
  @Inject DueLetters due;
  @Inject Attesting attesting;
  @Inject Journal journal;
  @Inject Automaton automaton;

  private record Reason(long line, long letter, Long list, String why) {}

  /** How many lines are to be looked at. */
  public long size() {
    return database.count(
        sql("select count(*) as count from retention_line where state = any(?)", UNDER_WAY));
  }

  public List<String> after(long last, int most) {
    return database.list(
        sql(
            "select id from retention_line where state = any(?) and id > ? order by id limit ?",
            UNDER_WAY,
            last,
            most),
        row -> row.text("id"));
  }

  /** Of these lines, those that are no longer due are taken back; returns their ids. */
  public List<Long> review(List<Long> chosen) {
    // Whoever writes on a letter holds its row: what they wrote is there when the lines are read.
    lines.lockLetters(chosen);
    var gone =
        database
            .list(
                sql("select l.id, l.correspondence_id, l.list_id, " + WHY + "when")
                    .add(DueLetters.bound(due.today()))
                    .add("then 'retention.withdrawn.bound' end as why" + FROM, UNDER_WAY)
                    .add("and l.id = any(?) order by l.id for update of l", chosen),
                row ->
                    new Reason(
                        row.number("id"),
                        row.number("correspondence_id"),
                        row.numberOrNull("list_id"),
                        row.text("why")))
            .stream()
            .filter(reason -> reason.why() != null)
            .toList();
    gone.forEach(this::withdraw);
    return gone.stream().map(Reason::line).toList();
  }

  /** Takes the letter, locked by the caller, back, wherever it is on its way out. */
  public void withdraw(long letter, String why) {
    lines
        .list(
            sql(
                "where l.correspondence_id = ? and l.state = any(?) for update of l",
                letter,
                UNDER_WAY))
        .forEach(line -> withdraw(new Reason(line.id(), letter, line.list(), why)));
  }

  private static String quoted(List<String> codes) {
    return codes.stream().map(code -> "'" + code + "'").collect(Collectors.joining(", "));
  }

  private void withdraw(Reason reason) {
    lines.move(reason.line(), LineState.WITHDRAWN, reason.why());
    journal.record(
        automaton.reader(),
        reason.letter(),
        "RETENTION_WITHDRAWN",
        null,
        null,
        Map.of("line", reason.line(), "why", reason.why()),
        null);
    if (reason.list() != null) {
      database.update(sql(LEAVES_UNSIGNED, reason.line()));
      database.update(
          sql("update retention_list set version = version + 1 where id = ?", reason.list()));
      attesting.ifSettled(reason.list());
    }
  }
}
