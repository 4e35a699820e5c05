package fr.vaguemestre.help;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;

/**
 * Who helps the agents of a town: the contacts its administrator names (O20) and the first-line
 * assistants the chart knows (O19).
 */
@Stateless
public class HelpContacts {
  @Inject Database database;
  @Inject Journal journal;

  /** A first-line assistant. */
  public record Assistant(String name, String unit, String email, String phone) {}

  /** The town's contacts, the functional one first. */
  public List<HelpContact> all() {
    return database.list(
        sql("select * from help_contact order by kind"),
        row ->
            new HelpContact(
                row.constant("kind", HelpContact.Kind.class),
                row.text("name"),
                row.text("email"),
                row.text("phone"),
                row.text("words")));
  }

  /** Names a contact in the place of the one before; the town's administrator alone. */
  public void save(Reader reader, @Valid HelpContact contact) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    database.update(
        sql(
            """
            insert into help_contact (kind, name, email, phone, words) values (?, ?, ?, ?, ?)
            on conflict (tenant_id, kind) do update set name = excluded.name, email = excluded.email,
              phone = excluded.phone, words = excluded.words
            """,
            contact.kind(),
            contact.name(),
            contact.email(),
            contact.phone(),
            contact.details()));
    journal.administration(reader, "SAVE_HELP_CONTACT", contact.kind().name());
  }

  /**
   * The assistants of the reader's direction (O19): the first unit above their main post that is no
   * service nor office, with the services and offices below it.
   */
  public List<Assistant> assistants(Reader reader) {
    return database.list(
        sql(
            """
            with recursive up as (
              select u.tenant_id, u.id, u.parent_id, u.kind, 0 as height from post p
                join unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id where p.agent_id = ? and p.main
              union all
              select u.tenant_id, u.id, u.parent_id, u.kind, up.height + 1 from up
                join unit u on u.tenant_id = up.tenant_id and u.id = up.parent_id
            ), direction as (
              select tenant_id, id from up where kind not in ('SERVICE', 'OFFICE') order by height limit 1
            ), below as (
              select tenant_id, id from direction
              union all
              select u.tenant_id, u.id from below b
                join unit u on u.tenant_id = b.tenant_id and u.parent_id = b.id where u.kind in ('SERVICE', 'OFFICE')
            )
            select distinct a.id, a.first_name, a.last_name, a.email, a.phone, u.label from below b
              join post p on p.tenant_id = b.tenant_id and p.unit_id = b.id and p.function = 'ASSISTANT'
              join unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id
              join agent a on a.tenant_id = p.tenant_id and a.id = p.agent_id and a.active and not a.machine
             order by a.last_name, a.first_name, a.id
            """,
            reader.agent()),
        row ->
            new Assistant(
                row.text("first_name") + " " + row.text("last_name"),
                row.text("label"),
                row.text("email"),
                row.text("phone")));
  }
}
