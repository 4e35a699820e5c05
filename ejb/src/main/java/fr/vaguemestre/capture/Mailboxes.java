package fr.vaguemestre.capture;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;

/** The generic mailboxes of a town (O21); its administrators alone declare them. */
@Stateless
public class Mailboxes {
  @Inject Database database;
  @Inject Organisation organisation;
  @Inject Journal journal;

  public List<MailboxLine> list(Reader reader) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    return database.list(
        sql(
            """
            select m.*, u.code, u.label as unit_label from generic_mailbox m
              join unit u on u.tenant_id = m.tenant_id and u.id = m.unit_id order by m.active desc, m.address
            """),
        row ->
            new MailboxLine(
                row.number("id"),
                row.number("version"),
                row.text("address"),
                row.text("label"),
                row.text("code"),
                row.text("unit_label"),
                row.flag("active")));
  }

  /** Declares a mailbox, or changes the one that has the wish's id; {@code seen} is its version. */
  public void save(Reader reader, @Valid MailboxWish wish, Long seen) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    var address = wish.address().strip().toLowerCase(Locale.ROOT);
    var unit = organisation.openUnit("unit", wish.unit());
    if (database.count(
            sql(
                "select count(*) as count from generic_mailbox where address = ? and id <> ?",
                address,
                wish.id() == null ? 0 : wish.id()))
        > 0) {
      throw Refusal.field("address", "capture.mailbox-address-taken", address);
    }
    int saved =
        wish.id() == null
            ? database.update(
                sql(
                    "insert into generic_mailbox (id, version, address, label, unit_id, active) values (nextval('row_id'), 1, ?, ?, ?, ?)",
                    address,
                    wish.label().strip(),
                    unit.id(),
                    wish.active()))
            : database.update(
                sql(
                    """
                    update generic_mailbox set version = version + 1, address = ?, label = ?, unit_id = ?, active = ?
                     where id = ? and version = ?
                    """,
                    address,
                    wish.label().strip(),
                    unit.id(),
                    wish.active(),
                    wish.id(),
                    seen));
    if (saved == 0) {
      throw Refusal.stale();
    }
    journal.administration(reader, "SAVE_MAILBOX", address);
  }
}
