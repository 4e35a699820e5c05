package fr.vaguemestre.capture;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * O2: a unit that receives a letter directly forwards it to the mail office, which registers it.
 * Any agent with a post may; those who register for the whole town find it in their queue.
 */
@Stateless
public class Forwardings {
  private static final int MOST = 100;
  private static final int LATELY = 10;

  @Inject Uploads uploads;
  @Inject Database database;
  @Inject Organisation organisation;
  @Inject Correspondences correspondences;
  @Inject CorrespondenceActions actions;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** Whether this agent may forward: an elected member's post is not a unit's (O7). */
  public static boolean mayForward(Reader reader) {
    return !reader.ownUnits().isEmpty();
  }

  /** Sends all the files this agent has dropped; each becomes a letter of its own. */
  public void forward(Reader reader, @Valid ForwardWish wish) {
    var dropped = uploads.mine(reader);
    if (dropped.isEmpty()) {
      throw Refusal.field("file", "capture.nothing-to-forward");
    }
    if (wish.receivedOn().isAfter(tenants.current().today(clock))) {
      throw Refusal.field("receivedOn", "correspondence.date-in-the-future");
    }
    var unit =
        organisation
            .unit(reader.mainUnit() == null ? "" : reader.mainUnit())
            .filter(u -> mayForward(reader))
            .orElseThrow(() -> Refusal.of(Refusal.Kind.FORBIDDEN, "capture.no-unit-to-forward"));
    dropped.forEach(file -> uploads.forward(reader, file.id(), unit.id(), wish));
  }

  /** What this agent has forwarded and is not registered yet, the oldest first. */
  public List<Forwarded> sent(Reader reader) {
    return list(sql("u.agent_id = ?", reader.agent()));
  }

  /** What this agent forwarded and is a letter now, of those they see, the latest first. */
  public List<LetterLine> registered(Reader reader) {
    var ids =
        database.list(
            sql(
                "select correspondence_id from letter_origin where agent_id = ? order by correspondence_id desc limit ?",
                reader.agent(),
                LATELY),
            row -> row.number("correspondence_id"));
    return correspondences.lines(reader, ids);
  }

  /** What waits to be registered; nothing for those who do not register for the whole town. */
  public List<Forwarded> queue(Reader reader) {
    return reader.may(Right.REGISTER, null) ? list(sql("u.given_back is null")) : List.of();
  }

  /** Sends a file back to who forwarded it, with a reason they will read. */
  public void giveBack(Reader reader, long upload, String words) {
    reader.need(Right.REGISTER, null);
    if (words == null || words.isBlank()) {
      throw Refusal.field("givenBack", "capture.give-back-reason");
    }
    uploads.giveBack(reader, upload, words.strip());
  }

  /** Where this letter was received first; nothing when it came to the mail office. */
  public Optional<LetterOrigin> origin(Reader reader, long letter) {
    actions.visible(reader, letter);
    return database.first(
        sql(
            """
            select u.label, a.first_name, a.last_name, o.words, o.received_on from letter_origin o
              join unit u on u.tenant_id = o.tenant_id and u.id = o.unit_id
              join agent a on a.tenant_id = o.tenant_id and a.id = o.agent_id where o.correspondence_id = ?
            """,
            letter),
        row ->
            new LetterOrigin(
                row.text("label"), person(row), row.text("words"), row.date("received_on")));
  }

  private List<Forwarded> list(Statement which) {
    return database.list(
        sql("""
                select u.*, n.label, a.first_name, a.last_name from upload u
                  join unit n on n.tenant_id = u.tenant_id and n.id = u.forwarded_unit_id
                  join agent a on a.tenant_id = u.tenant_id and a.id = u.agent_id
                 where u.forwarded_at is not null and
                """)
            .add(which)
            .add("order by u.forwarded_at, u.id limit ?", MOST),
        row ->
            new Forwarded(
                row.number("id"),
                row.text("name"),
                row.text("label"),
                person(row),
                row.text("forwarded_words"),
                row.date("received_on"),
                row.instant("forwarded_at"),
                row.text("given_back")));
  }

  private static String person(Row row) {
    return row.text("first_name") + " " + row.text("last_name");
  }
}
