package fr.vaguemestre.reply;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * That a reply is judged as it was read: a word processor saves the same version again without the
 * letter's number telling.
 */
@ApplicationScoped
public class SeenReply {
  @Inject Database database;

  /**
   * Nothing is saved over the reply from here to the end of the transaction.
   *
   * @param sha256 of the PDF that was read, empty for none; null when whoever acts does not say
   * @throws Refusal STALE when that of the last version is another
   */
  public void need(long letter, String sha256) {
    if (sha256 == null) {
      return;
    }
    database.list(
        sql("select id from reply where correspondence_id = ? for update", letter),
        row -> row.number("id"));
    var now =
        database.first(
            sql(
                "select coalesce(v.pdf_sha256, '') as sha256 from reply_version v"
                    + " join reply r on r.tenant_id = v.tenant_id and r.id = v.reply_id"
                    + " where r.correspondence_id = ? order by v.number desc limit 1",
                letter),
            row -> row.text("sha256"));
    if (!now.orElse("").equals(sha256)) {
      throw Refusal.of(Refusal.Kind.STALE, "reply.other-bytes");
    }
  }
}
