package fr.vaguemestre.notification;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Readers;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.reassignment.Handed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells people what the journal tells: each sealed entry once, in the order of the seals. The place
 * reached moves in the transaction that writes the notifications, so a crash loses none and repeats
 * none.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Tellings {
  /** What people do to a letter; the journal also tells of saves, exports and the like. */
  private static final Set<String> ACTIONS =
      Stream.of(Action.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  /** What the application found out: whoever had asked for the sending is told too. */
  private static final Set<String> FOUND_OUT =
      Set.of("RETURN", "UNDELIVERED", "MAILING_FAILED", "MAILING_BOUNCED");

  @Inject Database database;
  @Inject Addressed addressed;
  @Inject Readers readers;

  /** Tells the next entries, so many at most; whether there may be more. */
  public boolean step(int most) {
    long from = place();
    var last = new long[] {from};
    var entries =
        database.list(
            sql(
                """
                select s.number, e.* from journal_seal s
                  join journal_entry e on e.tenant_id = s.tenant_id and e.id = s.entry_id
                 where s.number > ? order by s.number limit ?
                """,
                from,
                most),
            row -> {
              last[0] = row.number("number");
              return row.numberOrNull("correspondence_id") == null ? null : Entry.of(row);
            });
    entries.stream().filter(Objects::nonNull).forEach(this::tell);
    if (last[0] > from) {
      reached(last[0]);
    }
    return entries.size() == most;
  }

  /** Leaves the next entry untold; its seal's number. */
  public long skip() {
    long next =
        database
            .first(
                sql("select min(number) as number from journal_seal where number > ?", place()),
                row -> row.number("number"))
            .orElseThrow();
    reached(next);
    return next;
  }

  private long place() {
    database.update(
        sql(
            "insert into notification_place (number) values (0) on conflict (tenant_id) do nothing"));
    return database
        .first(sql("select number from notification_place for update"), row -> row.number("number"))
        .orElseThrow();
  }

  private void reached(long number) {
    database.update(sql("update notification_place set number = ?", number));
  }

  private void tell(Entry entry) {
    var told = new HashSet<Long>();
    if (FOUND_OUT.contains(entry.action())) {
      tell(entry, Reason.RETURNED, List.of(entry.actor()), told);
    }
    told.add(entry.actor());
    var facts = entry.facts();
    switch (entry.action()) {
      case "REGISTER", "ENTER_CIRCUIT", "REDIRECT", "REOPEN", "SIGN" -> {
        tell(entry, Reason.NEW, addressed.holders(entry.letter()), told);
        tell(entry, Reason.COPIED, asked(facts, "copies"), told);
      }
      case "QUALIFY" -> {
        if (entry.moved() || facts.containsKey("unitBefore")) {
          tell(entry, Reason.NEW, addressed.holders(entry.letter()), told);
        }
        tell(entry, Reason.COPIED, asked(facts, "copies"), told);
      }
      case "REASSIGN" -> {
        switch (Handed.valueOf(facts.getOrDefault("handed", "LETTER"))) {
          case LETTER -> tell(entry, Reason.NEW, addressed.holders(entry.letter()), told);
          case VISA -> tell(entry, Reason.APPROVAL, named(facts), told);
          case CONTRIBUTION, TASK -> tell(entry, Reason.ASKED, named(facts), told);
          case NOTHING -> {}
        }
      }
      case "COPY" -> tell(entry, Reason.COPIED, named(facts), told);
      case "REQUEST_CONTRIBUTION" -> tell(entry, Reason.ASKED, asked(facts, "of"), told);
      case "REMIND_OPINIONS" -> tell(entry, Reason.REMINDED, asked(facts, "of"), told);
      case "REQUEST_TASK" ->
          tell(
              entry,
              Reason.ASKED,
              addressed.peopleOf(List.of(facts.getOrDefault("units", "").split(","))),
              told);
      case "CONTRIBUTE" -> {
        tell(entry, Reason.ASKED, asked(facts, "next"), told);
        tell(entry, Reason.ANSWERED, asked(facts, "for"), told);
      }
      case "ANSWER_TASK" -> tell(entry, Reason.ANSWERED, asked(facts, "for"), told);
      case "STOP_OPINIONS" -> addressed.awaitNoMore(entry.letter(), asked(facts, "of"));
      case "SUBMIT", "APPROVE", "SEND_BACK" ->
          tell(entry, Reason.APPROVAL, addressed.approver(entry.letter()), told);
      case "REFUSE" -> {
        tell(entry, Reason.REFUSED, addressed.author(entry.letter()), told);
        tell(entry, Reason.REFUSED, addressed.holders(entry.letter()), told);
      }
      case "ADD_MESSAGE", "ADD_PIECES", "WITHDRAW_SUBMISSION" ->
          tell(entry, Reason.ADDED, addressed.holders(entry.letter()), told);
      case "RETURN", "UNDELIVERED", "ACKNOWLEDGEMENT_RETURNED" ->
          tell(entry, Reason.RETURNED, addressed.holders(entry.letter()), told);
      case "ARE_LACKS" ->
          tell(entry, Reason.NOT_ACKNOWLEDGED, addressed.holders(entry.letter()), told);
      case "TACIT_DECISION" -> {
        if (!facts.containsKey("past")) {
          tell(entry, Reason.DECIDED, addressed.holders(entry.letter()), told);
        }
      }
      case "ACKNOWLEDGE" -> {
        if ("RELEASE".equals(facts.get("what")) && "true".equals(facts.get("held"))) {
          tell(entry, Reason.NEW, addressed.holders(entry.letter()), told);
        }
      }
      default -> {}
    }
    if (ACTIONS.contains(entry.action())) {
      tell(entry, Reason.MOVED, addressed.followers(entry.letter()), told);
    }
  }

  /**
   * Those whom a fact names, {@code a:login} and {@code u:CODE} between commas; of those who follow
   * each other, the first.
   */
  private List<Long> asked(Map<String, String> facts, String fact) {
    var all = List.of(facts.getOrDefault(fact, "").split(","));
    var now = Boolean.parseBoolean(facts.get("sequential")) ? all.subList(0, 1) : all;
    return now.stream()
        .flatMap(
            one ->
                (one.startsWith("a:")
                        ? addressed.called(one.substring(2))
                        : addressed.peopleOf(List.of(one.replaceFirst("^u:", ""))))
                    .stream())
        .toList();
  }

  private List<Long> named(Map<String, String> facts) {
    return facts.containsKey("agent")
        ? addressed.called(facts.get("agent"))
        : addressed.peopleOf(List.of(facts.getOrDefault("unit", "")));
  }

  /** Those, and who replaces them, who see the letter now and have not been told of this entry. */
  private void tell(Entry entry, Reason reason, List<Long> agents, Collection<Long> told) {
    for (var agent : addressed.andReplacements(agents)) {
      if (told.add(agent) && sees(agent, entry.letter())) {
        database.update(
            sql(
                """
                insert into notification (id, version, agent_id, correspondence_id, reason, entry_id, actor_id, at, by_mail)
                select nextval('row_id'), 1, ?, ?, ?, ?, ?, e.at,
                       coalesce((select w.by_mail from notification_wish w where w.agent_id = ? and w.reason = ?), 'NO')
                  from journal_entry e where e.id = ?
                """,
                agent,
                entry.letter(),
                reason,
                entry.id(),
                entry.actor(),
                agent,
                reason,
                entry.id()));
      }
    }
  }

  private boolean sees(long agent, long letter) {
    return readers.of(agent).filter(reader -> addressed.sees(reader, letter)).isPresent();
  }
}
