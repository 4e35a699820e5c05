package fr.vaguemestre.submission;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Scope;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What was sent with a submission, and what was sent back: for the account that brought it. */
@Stateless
public class Papers {
  @Inject ApiClients clients;
  @Inject Database database;

  /**
   * What it came with and what was added, in the order of arrival.
   *
   * @throws Refusal NOT_FOUND when the submission is absent or another's
   */
  public List<Paper> sent(Reader reader, long submission) {
    letter(reader, submission);
    return database.list(
        sql(
            "select * from submission_file where submission_id = ? order by coalesce(addition_id,"
                + " 0), position",
            submission),
        Papers::paper);
  }

  /** One of them. */
  public Paper sent(Reader reader, long submission, long id) {
    letter(reader, submission);
    return database
        .first(
            sql("select * from submission_file where submission_id = ? and id = ?", submission, id),
            Papers::paper)
        .orElseThrow(Refusal::notFound);
  }

  /** The last reply that decides, was sent and did not come back; none before. */
  public Optional<Answer> answer(Reader reader, long submission) {
    return database.first(
        sql(
            """
            select s.asked_at, s.done_at, s.means, s.alone, s.body, v.file_name, v.signed_sha256 from sending s
              join reply_version v on v.tenant_id = s.tenant_id and v.id = s.reply_version_id
             where s.correspondence_id = ? and s.status in ('QUEUED', 'LEAVING', 'SENT') and not s.interim order by s.id desc limit 1
            """,
            letter(reader, submission)),
        row -> {
          var sent =
              row.instant("done_at") == null ? row.instant("asked_at") : row.instant("done_at");
          boolean alone = row.flag("alone");
          return new Answer(
              sent,
              row.text("means"),
              alone ? row.text("body") : null,
              alone || row.text("signed_sha256") == null ? null : reply(row));
        });
  }

  private static Paper reply(Row row) {
    var name = row.text("file_name").replaceFirst("\\.[^.]+$", "") + ".pdf";
    return new Paper(null, name, "application/pdf", -1, row.text("signed_sha256"), null);
  }

  private long letter(Reader reader, long submission) {
    return database
        .first(
            sql(
                "select correspondence_id from submission where id = ? and client_id = ?",
                submission,
                clients.calling(reader, Scope.FOLLOW).id()),
            row -> row.number("correspondence_id"))
        .orElseThrow(Refusal::notFound);
  }

  private static Paper paper(Row row) {
    return new Paper(
        row.number("id"),
        row.text("name"),
        row.text("media_type"),
        row.number("size_bytes"),
        row.text("sha256"),
        row.numberOrNull("addition_id"));
  }
}
