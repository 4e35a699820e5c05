package fr.vaguemestre.mailing;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.reply.Drafts;
import fr.vaguemestre.reply.ReplyVersion;
import fr.vaguemestre.task.TaskFile;
import fr.vaguemestre.task.TaskMaterial;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Mailings as they go: how far each is, and those it did not serve taken up again. */
@Stateless
public class MailingRuns {
  private static final int EARLIER = 20;

  @Inject CorrespondenceActions actions;
  @Inject Drafts drafts;
  @Inject TaskMaterial material;
  @Inject Database database;
  @Inject Outbox outbox;
  @Inject Journal journal;

  /** Everybody a mailing was for. */
  public List<ContactWish> people(Reader reader, long mailing) {
    progress(reader, mailing);
    return database.list(
        sql("select * from mailing_recipient where mailing_id = ? order by position", mailing),
        Recipient::person);
  }

  /** The last mailings of letters this reader sees, newest first. */
  public List<MailingProgress> earlier(Reader reader) {
    return database
        .list(
            sql("select m.id from mailing m join correspondence c on c.tenant_id = m.tenant_id and c.id = m.correspondence_id where")
                .add(Visibility.condition("c", reader))
                .add("order by m.id desc limit ?", EARLIER),
            row -> row.number("id"))
        .stream()
        .map(id -> progress(reader, id))
        .toList();
  }

  /** The mailings of a letter, newest first. */
  public List<MailingProgress> of(Reader reader, long letter) {
    actions.visible(reader, letter);
    return database
        .list(
            sql("select id from mailing where correspondence_id = ? order by id desc", letter),
            row -> row.number("id"))
        .stream()
        .map(id -> progress(reader, id))
        .toList();
  }

  /**
   * @throws Refusal NOT_FOUND when the letter is not this reader's to see
   */
  public MailingProgress progress(Reader reader, long id) {
    var progress =
        database
            .first(
                sql(
                    """
                    select m.*, c.chrono, count(*) as total,
                           count(*) filter (where r.status = 'SENT' or r.status = 'MADE' and m.means = 'POST') as served,
                           count(*) filter (where r.status in ('FAILED', 'DOUBT', 'BOUNCED')) as failed,
                           count(*) filter (where r.status = 'FAILED') as unserved, count(*) filter (where r.status = 'DOUBT') as doubtful,
                           count(r.pdf_sha256) as made
                      from mailing m join mailing_recipient r on r.tenant_id = m.tenant_id and r.mailing_id = m.id
                      join correspondence c on c.tenant_id = m.tenant_id and c.id = m.correspondence_id
                     where m.id = ? group by m.tenant_id, m.id, c.chrono
                    """,
                    id),
                row ->
                    new MailingProgress(
                        id,
                        row.number("correspondence_id"),
                        row.text("chrono"),
                        row.constant("means", Means.class),
                        row.instant("asked_at"),
                        row.number("total"),
                        row.number("served"),
                        row.number("failed"),
                        row.number("unserved"),
                        row.number("doubtful"),
                        row.number("made")))
            .orElseThrow(Refusal::notFound);
    actions.visible(reader, progress.letter());
    return progress;
  }

  /** Recipient by recipient, those that went wrong first; {@code most} of them. */
  public List<RecipientLine> lines(Reader reader, long id, int most) {
    progress(reader, id);
    return database.list(
        sql(
            "select * from mailing_recipient where mailing_id = ? order by status not in ('FAILED', 'DOUBT', 'BOUNCED'), position limit ?",
            id,
            most),
        RecipientLine::read);
  }

  /** The documents that are there, in the order of the recipients: addresses of their bytes. */
  public List<String> documents(Reader reader, long id) {
    progress(reader, id);
    return database.list(
        sql(
            "select pdf_sha256 from mailing_recipient where mailing_id = ? and pdf_sha256 is not null order by position",
            id),
        row -> row.text("pdf_sha256"));
  }

  /** Files that leave with the reply: attached to the mails, to be joined to what is posted. */
  public List<String> joined(Reader reader, long id) {
    return material.joined(progress(reader, id).letter()).stream().map(TaskFile::name).toList();
  }

  /**
   * Whether those who got nothing may be served now: by whoever may send the reply, or might have
   * when the letter is closed since.
   */
  public boolean resumable(Reader reader, long id) {
    var progress = progress(reader, id);
    var letter = actions.visible(reader, progress.letter());
    return closed(letter.id())
        ? reader.may(Right.SEND, letter.unit().id())
        : actions.offers(reader, letter.id(), Action.SEND);
  }

  /**
   * Serves again those of whom it is known that they got nothing, or those of whom nobody knows.
   * What came back is left: its address is wrong.
   *
   * @throws Refusal FORBIDDEN when it is not {@link #resumable}, CONFLICT when another reply has
   *     been written since
   */
  public void resume(Reader reader, long id, boolean doubtful) {
    if (!resumable(reader, id)) {
      throw Refusal.forbidden();
    }
    var progress = progress(reader, id);
    var version = drafts.last(progress.letter()).filter(v -> v.signedSha256() != null);
    if (database.count(
            sql(
                "select count(*) as count from mailing where id = ? and reply_version_id = ?",
                id,
                version.map(ReplyVersion::id).orElse(0L)))
        == 0) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "mailing.another-reply");
    }
    var taken =
        database.list(
            sql(
                """
                update mailing_recipient set reason = null, status = case when pdf_sha256 is null then 'WAITING' else 'MADE' end
                 where mailing_id = ? and status = ? returning id, status
                """,
                id,
                doubtful ? Recipient.Status.DOUBT : Recipient.Status.FAILED),
            row -> {
              boolean made = "MADE".equals(row.text("status"));
              return Map.entry(made ? Kind.MAIL_RECIPIENT : Kind.MERGE_RECIPIENT, row.number("id"));
            });
    taken.forEach(one -> outbox.intend(one.getKey(), one.getValue()));
    journal.record(
        actions.acting(reader, progress.letter(), Action.SEND),
        progress.letter(),
        "MAIL_MERGE_RESUMED",
        null,
        null,
        Map.of("mailing", id, "recipients", taken.size()),
        null);
  }

  private boolean closed(long letter) {
    return database.count(
            sql("select count(*) as count from correspondence where id = ? and closed", letter))
        > 0;
  }
}
