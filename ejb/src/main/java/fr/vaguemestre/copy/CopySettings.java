package fr.vaguemestre.copy;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.OwnerDatabase;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** What the current town has chosen for copies. */
@Stateless
public class CopySettings {
  @Inject Database database;
  @Inject OwnerDatabase owner;
  @Inject Journal journal;

  public CopySetting current() {
    return database
        .first(
            sql("select copy_mark, copy_words from tenant where id = ?", TenantContext.required()),
            row -> CopySetting.of(row.constant("copy_mark", Marked.class), row.text("copy_words")))
        .orElseThrow();
  }

  /**
   * @param words null or blank for the usual ones
   * @throws fr.vaguemestre.platform.Refusal on {@code mark}
   */
  public void change(Reader reader, Marked marked, String words) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    var setting = CopySetting.of(marked, words);
    journal.administration(reader, "CHANGE_COPY_MARK", marked.name());
    owner.update(
        sql(
            "update tenant set copy_mark = ?, copy_words = ? where id = ?",
            marked,
            CopySetting.USUAL.equals(setting.words()) ? null : setting.words(),
            reader.tenant()));
  }
}
