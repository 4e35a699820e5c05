package fr.vaguemestre.publik;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Scope;
import fr.vaguemestre.circuit.CitizenLabel;
import fr.vaguemestre.correspondence.LetterClosed;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.signing.Sealing;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Who waits for a decision, and the calls that tell it: a call is intended in the transaction that
 * closes the letter, and composed of what is true when it leaves.
 */
@Stateless
public class PortalCalls {
  private static final int LONGEST = 400;

  @Inject Database database;
  @Inject ApiClients clients;
  @Inject Sealing sealing;
  @Inject Outbox outbox;
  @Inject Clock clock;

  /** A call to make: where, signed how, and what it says. */
  record Call(String address, String orig, byte[] key, JsonObject body) {}

  /** Remembers where the portal waits, if that is where this account's portal is. */
  public void expect(Reader reader, long submission, PortalForm form) {
    var client = clients.calling(reader, Scope.SUBMIT);
    var portal =
        database.first(
            sql("select portal_url from publik_key where client_id = ?", client.id()),
            row -> Objects.toString(row.text("portal_url"), ""));
    if (portal.filter(form::below).isPresent()) {
      database.update(
          sql(
              """
              insert into publik_form (submission_id, form_url, trigger_name)
              select id, ?, ? from submission where id = ? and client_id = ? on conflict do nothing
              """,
              form.url(),
              form.trigger(),
              submission,
              client.id()));
    }
  }

  /** Intends to tell the portal that waits for this letter, if one does. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void closed(@Observes LetterClosed closed) {
    database
        .list(
            sql(
                """
                insert into publik_call (id, submission_id, decided_at, status)
                select nextval('row_id'), f.submission_id, ?, 'QUEUED' from publik_form f
                  join submission s on s.tenant_id = f.tenant_id and s.id = f.submission_id
                 where s.correspondence_id = ? returning id
                """,
                closed.at(),
                closed.letter()),
            row -> row.number("id"))
        .forEach(call -> outbox.intend(Kind.CALL_PORTAL, call));
  }

  /** The call to make; none once it was made, or when the portal is no longer to be called. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<Call> compose(long id) {
    return database.first(
        sql(
            """
            select p.id, p.decided_at, f.form_url, f.trigger_name, k.orig, k.key_id, k.sealed, k.portal_url, k.client_id,
                   s.tracking_code, c.chrono, %s as label, c.closed,
                   (select min(coalesce(e.done_at, e.asked_at)) from sending e where e.tenant_id = c.tenant_id and e.correspondence_id = c.id
                     and e.reply_version_id is not null and not e.interim and e.status not in ('FAILED', 'BOUNCED')) as answered_at
              from publik_call p
              join publik_form f on f.tenant_id = p.tenant_id and f.submission_id = p.submission_id
              join submission s on s.tenant_id = f.tenant_id and s.id = f.submission_id
              join publik_key k on k.tenant_id = s.tenant_id and k.client_id = s.client_id
              join correspondence c on c.tenant_id = s.tenant_id and c.id = s.correspondence_id
              join circuit_state n on n.tenant_id = c.tenant_id and n.circuit_version_id = c.circuit_version_id and n.code = c.state
             where p.id = ? and p.status <> 'SENT'
            """
                .formatted(CitizenLabel.SQL),
            id),
        this::call);
  }

  public void done(long id) {
    become(id, "SENT", null);
  }

  /** It will not be tried again by itself. */
  public void failed(long id, String why) {
    become(id, "FAILED", why);
  }

  private void become(long id, String status, String why) {
    database.update(
        sql(
            "update publik_call set status = ?, reason = ?, done_at = ? where id = ? and status <> 'SENT'",
            status,
            why == null || why.length() <= LONGEST ? why : why.substring(0, LONGEST),
            clock.instant(),
            id));
  }

  private Call call(Row row) {
    var about = PublikKeys.about(TenantContext.required(), row.number("client_id"));
    return new Call(
        PortalForm.jump(row.text("form_url"), row.text("trigger_name")),
        row.text("orig"),
        sealing.open(PublikKeys.sealed(row), about),
        body(row));
  }

  /** Kept by the portal as workflow data; {@code id} tells a repeated call from another. */
  private static JsonObject body(Row row) {
    var body =
        Json.createObjectBuilder()
            .add("id", row.number("id"))
            .add("chrono", row.text("chrono"))
            .add("tracking_code", row.text("tracking_code"))
            .add("status", row.text("label"))
            .add("closed", row.flag("closed"))
            .add("decided_at", row.instant("decided_at").toString());
    return add(body, "answered_at", row.instant("answered_at")).build();
  }

  private static JsonObjectBuilder add(JsonObjectBuilder body, String name, Instant at) {
    return at == null ? body.addNull(name) : body.add(name, at.toString());
  }
}
