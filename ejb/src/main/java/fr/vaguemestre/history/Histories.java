package fr.vaguemestre.history;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Scope;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What people asked elsewhere. An application tells of its own demands and reads these alone; an
 * agent reads, of whoever wrote a letter they see, those told by applications of their own branch:
 * what the social services follow is not for the roads.
 */
@Stateless
public class Histories {
  private static final int MOST = 100;

  @Inject ApiClients clients;
  @Inject CorrespondenceActions actions;
  @Inject Journal journal;
  @Inject Database database;

  /** What could be better of what was told: it is kept all the same. */
  public enum Doubt {
    NO_DEMAND_ID,
    NO_TYPE_ID,
    UNKNOWN_CUSTOMER
  }

  /** Which demands of an application; what is null does not narrow. {@code limit}: 100 at most. */
  public record Wanted(
      String customerId,
      String typeId,
      Set<Integer> statuses,
      Telling.Channel channel,
      boolean oldestFirst,
      int offset,
      int limit) {}

  /** A page, and how many there are in all. */
  public record Found(List<Demand> demands, long count) {}

  /** What was told once. */
  public record Told(Instant at, Telling.Message message) {}

  /** Keeps it; the same told again changes nothing, an older one not where the demand stands. */
  public List<Doubt> tell(Reader reader, @Valid Telling told) {
    var client = clients.calling(reader, Scope.NOTIFY);
    var contact = contact(told.customer().email());
    long demand = keep(client.id(), told, contact);
    told.messages().forEach(message -> keep(demand, told.at(), message));
    var doubts = new ArrayList<Doubt>();
    if (told.demandId().isEmpty()) {
      doubts.add(Doubt.NO_DEMAND_ID);
    }
    if (told.typeId().isEmpty()) {
      doubts.add(Doubt.NO_TYPE_ID);
    }
    if (contact == null) {
      doubts.add(Doubt.UNKNOWN_CUSTOMER);
    }
    return doubts;
  }

  /**
   * @throws fr.vaguemestre.platform.Refusal FORBIDDEN when this reader tells nothing here
   */
  public void need(Reader reader) {
    clients.calling(reader, Scope.NOTIFY);
  }

  /** A page of what this application told of. */
  public Found list(Reader reader, Wanted wanted) {
    var which = which(clients.calling(reader, Scope.NOTIFY).id(), wanted);
    long count = database.count(sql("select count(*) as count from demand d where").add(which));
    var demands =
        database.list(
            sql(SELECT)
                .add("where")
                .add(which)
                .add(
                    wanted.oldestFirst()
                        ? "order by d.last_at, d.id"
                        : "order by d.last_at desc, d.id desc")
                .add(
                    "offset ? limit ?",
                    Math.max(0, wanted.offset()),
                    Math.clamp(wanted.limit(), 1, MOST)),
            Histories::demand);
    return new Found(demands, count);
  }

  /** What was told of one demand, the last first. */
  public List<Told> told(Reader reader, String customerId, String typeId, String demandId) {
    return database.list(
        sql(
            """
            select n.* from demand_notification n join demand d on d.tenant_id = n.tenant_id and d.id = n.demand_row_id
             where d.client_id = ? and d.customer_id = ? and d.type_id = ? and d.demand_id = ?
             order by n.told_at desc, n.id desc limit ?
            """,
            clients.calling(reader, Scope.NOTIFY).id(),
            customerId,
            typeId,
            demandId,
            MOST),
        row ->
            new Told(
                row.instant("told_at"),
                new Telling.Message(
                    row.constant("channel", Telling.Channel.class),
                    row.text("status_text"),
                    row.text("subject"),
                    row.text("message"),
                    row.text("sender"))));
  }

  /** Forgets what this application told of somebody; how many demands there were. */
  public int forget(Reader reader, String customerId) {
    int gone =
        database.update(
            sql(
                "delete from demand where client_id = ? and customer_id = ?",
                clients.calling(reader, Scope.NOTIFY).id(),
                customerId));
    if (gone > 0) {
      journal.administration(reader, "FORGET_DEMANDS", String.valueOf(gone));
    }
    return gone;
  }

  /**
   * What whoever wrote this letter asked elsewhere, as far as this reader may know.
   *
   * @throws fr.vaguemestre.platform.Refusal NOT_FOUND when they do not see the letter
   */
  public List<Demand> ofSender(Reader reader, long letter) {
    var sender = actions.visible(reader, letter).sender();
    return sender == null
        ? List.of()
        : database.list(
            sql(SELECT)
                .add(
                    "where d.contact_id = ? and k.unit_id = any(?) order by d.last_at desc, d.id desc limit ?",
                    sender.id(),
                    reader.branch(),
                    MOST),
            Histories::demand);
  }

  private static final String SELECT =
      """
      select d.*, coalesce(t.label, d.type_id) as type_label, k.label as application,
             (select n.status_text from demand_notification n where n.tenant_id = d.tenant_id and n.demand_row_id = d.id
                and n.status_text is not null order by n.told_at desc, n.id desc limit 1) as status_text
        from demand d
        join api_client k on k.tenant_id = d.tenant_id and k.id = d.client_id
        left join demand_type t on t.tenant_id = d.tenant_id and t.client_id = d.client_id and t.type_id = d.type_id
      """;

  private static Statement which(long client, Wanted wanted) {
    var which = sql("d.client_id = ?", client);
    if (wanted.customerId() != null) {
      which.add("and d.customer_id = ?", wanted.customerId());
    }
    if (wanted.typeId() != null) {
      which.add("and d.type_id = ?", wanted.typeId());
    }
    if (wanted.statuses() != null) {
      which.add("and d.status_id = any(?)", wanted.statuses());
    }
    if (wanted.channel() != null) {
      which.add(
          "and exists (select 1 from demand_notification n where n.tenant_id = d.tenant_id and n.demand_row_id = d.id and n.channel = ?)",
          wanted.channel());
    }
    return which;
  }

  /** An older telling fills in what is not known and moves nothing. */
  private long keep(long client, Telling told, Long contact) {
    int status = told.statusId() == null ? DemandStatus.UNDEFINED.id() : told.statusId();
    return database
        .first(
            sql(
                """
                insert into demand as d (id, client_id, demand_id, type_id, subtype_id, reference, status_id, max_step, current_step,
                                         customer_id, connection_id, email, contact_id, first_at, last_at)
                values (nextval('row_id'), ?, ?, ?, ?, ?, ?, ?::integer, ?::integer, ?, ?, ?, ?::bigint, ?, ?)
                on conflict (tenant_id, client_id, type_id, demand_id) do update set
                  subtype_id = coalesce(excluded.subtype_id, d.subtype_id), reference = coalesce(excluded.reference, d.reference),
                  status_id = case when excluded.last_at >= d.last_at and excluded.status_id <> -1 then excluded.status_id else d.status_id end,
                  max_step = case when excluded.last_at >= d.last_at then coalesce(excluded.max_step, d.max_step) else d.max_step end,
                  current_step = case when excluded.last_at >= d.last_at then coalesce(excluded.current_step, d.current_step) else d.current_step end,
                  customer_id = coalesce(excluded.customer_id, d.customer_id), connection_id = coalesce(excluded.connection_id, d.connection_id),
                  email = coalesce(excluded.email, d.email), contact_id = coalesce(excluded.contact_id, d.contact_id),
                  first_at = least(d.first_at, excluded.first_at), last_at = greatest(d.last_at, excluded.last_at)
                returning id
                """,
                client,
                told.key(),
                told.typeId(),
                told.subtypeId(),
                told.reference(),
                status,
                told.maxStep(),
                told.currentStep(),
                told.customer().id(),
                told.customer().connectionId(),
                told.customer().email(),
                contact,
                told.at(),
                told.at()),
            row -> row.number("id"))
        .orElseThrow();
  }

  private void keep(long demand, Instant at, Telling.Message message) {
    database.update(
        sql(
            """
            insert into demand_notification (id, demand_row_id, told_at, channel, status_text, subject, message, sender)
            values (nextval('row_id'), ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, demand_row_id, told_at, channel) do nothing
            """,
            demand,
            at,
            message.channel(),
            message.statusText(),
            message.subject(),
            message.text(),
            message.sender()));
  }

  /** The only one with this address: of several nobody knows which it is. */
  private Long contact(String email) {
    if (email == null) {
      return null;
    }
    var found =
        database.list(
            sql("select id from contact where lower(email) = lower(?) limit 2", email),
            row -> row.number("id"));
    return found.size() == 1 ? found.getFirst() : null;
  }

  private static Demand demand(Row row) {
    return new Demand(
        row.number("id"),
        row.text("demand_id"),
        row.text("type_id"),
        row.text("type_label"),
        row.text("subtype_id"),
        row.text("reference"),
        (int) row.number("status_id"),
        integer(row.numberOrNull("max_step")),
        integer(row.numberOrNull("current_step")),
        row.text("customer_id"),
        row.text("connection_id"),
        row.text("application"),
        row.text("status_text"),
        row.instant("first_at"),
        row.instant("last_at"));
  }

  private static Integer integer(Long value) {
    return value == null ? null : value.intValue();
  }
}
