package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.qualification.Typology;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/**
 * What was recorded of requests before the law. What silence means follows the qualification until
 * it is settled ({@link Settled}): pieces asked for, or anything else done meanwhile, keep the type
 * of that day for nothing.
 */
@Stateless
public class LegalBook {
  @Inject Database database;
  @Inject Typology typology;

  /** What was decided and recorded for a letter; of an untouched one, what its type says. */
  public LegalFacts recorded(Correspondence letter) {
    return database
        .first(
            sql(
                """
                select l.*,
                       exists (select 1 from acknowledgement a where a.tenant_id = l.tenant_id and a.correspondence_id = l.correspondence_id
                                  and a.kind = 'ARE' and a.regime = l.regime and a.status <> 'FAILED') as told,
                       asked.id as pieces_request, coalesce(asked.status = 'FAILED', false) as pieces_undelivered,
                       exists (select 1 from acknowledgement a where a.tenant_id = l.tenant_id and a.id = l.earlier_request
                                  and a.status = 'FAILED') as earlier_undelivered
                  from legal_request l
                  left join lateral (select a.id, a.status from acknowledgement a where a.tenant_id = l.tenant_id
                                        and a.correspondence_id = l.correspondence_id and a.kind = 'PIECES'
                                      order by a.made_at desc, a.id desc limit 1) asked on true
                 where l.correspondence_id = ?
                """,
                letter.id()),
            row -> read(row, letter))
        .orElseGet(() -> ofType(letter));
  }

  /** What its type says of it, whatever was decided. */
  public LegalFacts ofType(Correspondence letter) {
    return LegalFacts.of(
        typology.request(letter.type(), letter.arrivalDate()), letter.firstReceivedOn());
  }

  /**
   * Keeps them; the caller has passed the door. The law's clock must be able to take them.
   *
   * @param words why the regime was decided, erasable; null for as it was
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void keep(long letter, LegalFacts facts, String words) {
    facts.question().faults().stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw fault;
            });
    var pieces = facts.pieces();
    var earlier = pieces.earlier() == null ? LegalFacts.Pieces.NONE : pieces.earlier();
    database.update(
        sql(
            """
            insert into legal_request (correspondence_id, regime, regime_reason, regime_words, months, days, pieces, pieces_asked_on,
                                       pieces_deadline_days, pieces_received_on, moved_days, transferred_on, transferred_to, notified_on,
                                       settled, earlier_pieces, earlier_asked_on, earlier_deadline_days, earlier_received_on,
                                       earlier_moved_days, earlier_request)
            values (?, ?, ?, ?, ?::integer, ?::integer, ?, ?::date, ?::integer, ?::date, ?::integer, ?::date, ?, ?::date, ?,
                    ?, ?::date, ?::integer, ?::date, ?::integer, ?::bigint)
            on conflict (tenant_id, correspondence_id) do update set
              regime = excluded.regime, regime_reason = excluded.regime_reason,
              regime_words = coalesce(excluded.regime_words, legal_request.regime_words), months = excluded.months,
              days = excluded.days, pieces = excluded.pieces, pieces_asked_on = excluded.pieces_asked_on,
              pieces_deadline_days = excluded.pieces_deadline_days, pieces_received_on = excluded.pieces_received_on,
              moved_days = excluded.moved_days,
              transferred_on = excluded.transferred_on, transferred_to = excluded.transferred_to, notified_on = excluded.notified_on,
              settled = excluded.settled, earlier_pieces = excluded.earlier_pieces, earlier_asked_on = excluded.earlier_asked_on,
              earlier_deadline_days = excluded.earlier_deadline_days, earlier_received_on = excluded.earlier_received_on,
              earlier_moved_days = excluded.earlier_moved_days, earlier_request = excluded.earlier_request
            """,
            letter,
            facts.regime(),
            facts.reason(),
            words,
            facts.months(),
            facts.days(),
            joined(pieces),
            pieces.askedOn(),
            pieces.deadlineDays(),
            pieces.receivedOn(),
            pieces.movedDays(),
            facts.transferredOn(),
            facts.transferredTo(),
            facts.notifiedOn(),
            facts.settled(),
            joined(earlier),
            earlier.askedOn(),
            earlier.deadlineDays(),
            earlier.receivedOn(),
            earlier.movedDays(),
            earlier.request()));
  }

  private static String joined(LegalFacts.Pieces pieces) {
    return pieces.list().isEmpty() ? null : String.join("\n", pieces.list());
  }

  /**
   * Keeps what silence means as it stands, which is no longer its type's. Of a letter of which
   * nothing was expected nothing is settled: it may yet become a request.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void settle(Correspondence letter, Settled by) {
    var facts = recorded(letter);
    if (facts.settled() != Settled.DECIDED && facts.regime() != Regime.NONE) {
      keep(letter.id(), facts.settled(by), null);
    }
  }

  /** One that acknowledgements told and none of them arrived is its type's again. */
  private LegalFacts read(Row row, Correspondence letter) {
    var kept = kept(row, letter);
    boolean settled =
        switch (kept.settled()) {
          case TYPE -> false;
          case ARE -> row.flag("told");
          case DECIDED -> true;
        };
    return settled ? kept : kept.ofType(ofType(letter));
  }

  private static LegalFacts kept(Row row, Correspondence letter) {
    return new LegalFacts(
        letter.arrivalDate(),
        letter.firstReceivedOn(),
        row.constant("regime", Regime.class),
        row.constant("regime_reason", RegimeReason.class),
        integer(row.numberOrNull("months")),
        integer(row.numberOrNull("days")),
        new LegalFacts.Pieces(
            lines(row.text("pieces")),
            row.date("pieces_asked_on"),
            integer(row.numberOrNull("pieces_deadline_days")),
            row.date("pieces_received_on"),
            integer(row.numberOrNull("moved_days")),
            row.flag("pieces_undelivered"),
            earlier(row),
            row.numberOrNull("pieces_request")),
        row.date("transferred_on"),
        row.text("transferred_to"),
        row.date("notified_on"),
        row.constant("settled", Settled.class));
  }

  /** Of a list that was erased its days are left. */
  private static LegalFacts.Pieces earlier(Row row) {
    return row.date("earlier_asked_on") == null
        ? null
        : new LegalFacts.Pieces(
            lines(row.text("earlier_pieces")),
            row.date("earlier_asked_on"),
            integer(row.numberOrNull("earlier_deadline_days")),
            row.date("earlier_received_on"),
            integer(row.numberOrNull("earlier_moved_days")),
            row.flag("earlier_undelivered"),
            null,
            row.numberOrNull("earlier_request"));
  }

  private static List<String> lines(String pieces) {
    return pieces == null ? List.of() : pieces.lines().toList();
  }

  private static Integer integer(Long value) {
    return value == null ? null : value.intValue();
  }
}
