package fr.vaguemestre.contact;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.List;

/** Finding and keeping contacts. */
@Stateless
public class Contacts {
  private static final int MOST = 12;

  @PersistenceContext EntityManager em;
  @Inject Database database;

  /**
   * Those whose name, e-mail or town begins or contains the words typed, accents and case aside; 12
   * at most. Senders known only from letters this reader does not see are not among them (O8).
   */
  public List<ContactLine> suggest(Reader reader, String typed) {
    needRegistering(reader);
    var key = Contact.key(typed == null ? "" : typed);
    if (key.length() < 2) {
      return List.of();
    }
    return database.list(
        sql("select k.*, (select count(*)")
            .add(lettersSeen(reader))
            .add(
                ") as exchanges from contact k where k.search_key like ?", "%" + escaped(key) + "%")
            .add(
                "and (not exists (select 1 from correspondence o where o.tenant_id = k.tenant_id and o.sender_id = k.id) or exists (select 1")
            .add(lettersSeen(reader))
            .add(
                ")) order by (k.search_key like ?) desc, k.search_key, k.id limit ?",
                escaped(key) + "%",
                MOST),
        Contacts::line);
  }

  private static Statement lettersSeen(Reader reader) {
    return sql("from correspondence c where c.tenant_id = k.tenant_id and c.sender_id = k.id and")
        .add(Visibility.conditionByLetter("c", reader));
  }

  private static void needRegistering(Reader reader) {
    if (!reader.may(Right.REGISTER) && !reader.may(Right.REGISTER_SENSITIVE)) {
      throw Refusal.forbidden();
    }
  }

  public static ContactWish wish(Contact contact) {
    return new ContactWish(
        contact.kind(),
        contact.civility(),
        contact.lastName(),
        contact.firstName(),
        contact.company(),
        contact.email(),
        contact.phone(),
        contact.street(),
        contact.complement(),
        contact.postcode(),
        contact.city());
  }

  /** The known contact with the same e-mail and name, else a new one. */
  public Contact findOrCreate(@Valid ContactWish wish) {
    if (wish.nameless()) {
      throw Refusal.field("sender", "contact.nameless");
    }
    var fresh = new Contact(wish);
    return twin(fresh, wish)
        .orElseGet(
            () -> {
              em.persist(fresh);
              return fresh;
            });
  }

  public Contact get(long id) {
    var contact = em.find(Contact.class, id);
    if (contact == null) {
      throw Refusal.field("sender", "contact.unknown");
    }
    return contact;
  }

  private java.util.Optional<Contact> twin(Contact fresh, ContactWish wish) {
    if (fresh.email() == null) {
      return em.createQuery("select c from Contact c where c.searchKey = :key", Contact.class)
          .setParameter(
              "key", Contact.key(fresh.name() + "  " + java.util.Objects.toString(wish.city(), "")))
          .setMaxResults(1)
          .getResultStream()
          .filter(c -> java.util.Objects.equals(c.street(), fresh.street()))
          .findFirst();
    }
    return em.createQuery(
            "select c from Contact c where lower(c.email) = lower(:email)", Contact.class)
        .setParameter("email", fresh.email())
        .getResultStream()
        .filter(c -> c.name().equalsIgnoreCase(fresh.name()))
        .findFirst();
  }

  private static String escaped(String key) {
    return key.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static ContactLine line(Row row) {
    var person = (nonNull(row.text("last_name")) + " " + nonNull(row.text("first_name"))).strip();
    var company = row.text("company");
    var name =
        company == null ? person : person.isEmpty() ? company : company + " (" + person + ")";
    return new ContactLine(
        row.number("id"),
        row.constant("kind", ContactKind.class),
        name.isEmpty() ? row.text("email") : name,
        row.text("email"),
        row.text("city"),
        row.number("exchanges"));
  }

  private static String nonNull(String s) {
    return s == null ? "" : s;
  }
}
