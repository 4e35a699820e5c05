package fr.vaguemestre.anonymisation;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** What the current town wants of requests whose time has come. */
@Stateless
public class PrivacySettings {
  @Inject Requests requests;
  @Inject Database database;
  @Inject Journal journal;

  public PrivacySetting current() {
    return database
        .first(
            sql("select keep_letters, deposits from town_privacy"),
            row -> new PrivacySetting(row.flag("keep_letters"), row.flag("deposits")))
        .orElse(PrivacySetting.USUAL);
  }

  /** How many requests the next night would erase. */
  public long due(Reader reader) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    return requests.count();
  }

  /** From the next night on; what is erased stays so. */
  public void change(Reader reader, PrivacySetting wish) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    database.update(
        sql(
            """
            insert into town_privacy (keep_letters, deposits) values (?, ?)
            on conflict (tenant_id) do update set keep_letters = excluded.keep_letters, deposits = excluded.deposits
            """,
            wish.keepLetters(),
            wish.deposits()));
    journal.administration(
        reader, "CHANGE_PRIVACY", wish.purpose().name() + (wish.deposits() ? "+DEPOSITS" : ""));
  }
}
