package fr.vaguemestre.maarch;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.Scope;
import fr.vaguemestre.contact.Contact;
import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.contact.Contacts;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.Optional;

/**
 * Contacts that tools bring and find again: a machine account its own, an agent those they know.
 */
@Stateless
public class MaarchContacts {
  private static final String DIGITS = "regexp_replace(%s, '[^0-9+]', '', 'g')";

  @PersistenceContext EntityManager em;
  @Inject ApiClients clients;
  @Inject Contacts contacts;
  @Inject Database database;

  /** A contact as its tool reads it. */
  public record Known(long id, ContactWish contact) {}

  /** The known contact of the same name and e-mail, else a new one; returns its id. */
  public long bring(Reader reader, @Valid ContactWish wish) {
    if (!reader.machine()) {
      reader.need(Right.REGISTER);
      return contacts.findOrCreate(wish).id();
    }
    var client = clients.calling(reader, Scope.REGISTER);
    long id = contacts.findOrCreate(wish).id();
    boolean brought =
        database.count(sql("select count(*) as count from contact where id = ?", id)) == 0;
    em.flush();
    database.update(
        sql(
            "insert into deposit_contact (client_id, contact_id, brought) values (?, ?, ?) on conflict do nothing",
            client.id(),
            id,
            brought));
    return id;
  }

  /**
   * The one of this address; of one that was known before this tool named it, what it named it by.
   * Empty when there is none that this reader may know of.
   */
  public Optional<Known> byEmail(Reader reader, String email) {
    return reader.machine()
        ? own(reader, sql("lower(k.email) = lower(?)", email))
        : contacts.byEmail(reader, email).map(MaarchContacts::known);
  }

  /** The same by telephone number, whatever the blanks in it. */
  public Optional<Known> byPhone(Reader reader, String phone) {
    return reader.machine()
        ? own(
            reader,
            sql(
                "d.brought and " + DIGITS.formatted("k.phone") + " = " + DIGITS.formatted("?"),
                phone))
        : contacts.byPhone(reader, phone).map(MaarchContacts::known);
  }

  private Optional<Known> own(Reader reader, Statement which) {
    var client = clients.calling(reader, Scope.REGISTER);
    return database.first(
        sql(
                "select k.id, d.brought from contact k join deposit_contact d on d.tenant_id = k.tenant_id and d.contact_id = k.id where d.client_id = ? and",
                client.id())
            .add(which)
            .add("order by k.id limit 1"),
        row -> own(contacts.get(row.number("id")), row.flag("brought")));
  }

  private static Known own(Contact contact, boolean brought) {
    return brought
        ? known(contact)
        : new Known(
            contact.id(),
            new ContactWish(
                contact.kind(),
                null,
                contact.lastName(),
                contact.firstName(),
                contact.company(),
                contact.email(),
                null,
                null,
                null,
                null,
                null));
  }

  private static Known known(Contact contact) {
    return new Known(contact.id(), Contacts.wish(contact));
  }
}
