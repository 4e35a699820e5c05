package fr.vaguemestre.contact;

import static fr.vaguemestre.platform.db.Statement.literally;
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
import java.util.Objects;
import java.util.Optional;

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
    return suggest(reader, typed, "true");
  }

  /** The same, of those who are no private person: where documents are handed to. */
  public List<ContactLine> suggestServices(Reader reader, String typed) {
    reader.need(Right.SEND);
    return suggest(reader, typed, "k.kind <> 'PERSON'");
  }

  /**
   * A contact that this reader may know of.
   *
   * @throws Refusal on {@code service} when there is none
   */
  public Contact service(Reader reader, long id) {
    if (database.count(
            sql("select count(*) as count from contact k where k.id = ? and", id)
                .add(known(reader)))
        == 0) {
      throw Refusal.field("service", "contact.unknown");
    }
    return em.find(Contact.class, id);
  }

  private List<ContactLine> suggest(Reader reader, String typed, String which) {
    var key = Contact.key(typed == null ? "" : typed);
    if (key.length() < 2) {
      return List.of();
    }
    return database.list(
        sql("select k.*, (select count(*)")
            .add(lettersSeen(reader))
            .add(
                ") as exchanges from contact k where k.search_key like ? and " + which + " and",
                "%" + literally(key) + "%")
            .add(known(reader))
            .add(
                "order by (k.search_key like ?) desc, k.search_key, k.id limit ?",
                literally(key) + "%",
                MOST),
        Contacts::line);
  }

  /** Not the sender of letters this reader does not see, and of no other (O8). */
  private static Statement known(Reader reader) {
    return sql("(not exists (select 1 from correspondence o where o.tenant_id = k.tenant_id and o.sender_id = k.id) or exists (select 1")
        .add(lettersSeen(reader))
        .add("))");
  }

  private static Statement lettersSeen(Reader reader) {
    return sql("from correspondence c where c.tenant_id = k.tenant_id and c.sender_id = k.id and")
        .add(Visibility.conditionByLetter("c", reader));
  }

  /** The one with this e-mail address that this reader may know of. */
  public Optional<Contact> byEmail(Reader reader, String email) {
    return by(reader, sql("lower(k.email) = lower(?)", email));
  }

  /** The same by telephone number, whatever the blanks and dots in it. */
  public Optional<Contact> byPhone(Reader reader, String phone) {
    return by(
        reader,
        sql(
            "regexp_replace(k.phone, '[^0-9+]', '', 'g') = regexp_replace(?, '[^0-9+]', '', 'g')",
            phone));
  }

  private Optional<Contact> by(Reader reader, Statement which) {
    needRegistering(reader);
    return database
        .first(
            sql("select k.id from contact k where")
                .add(which)
                .add("and")
                .add(known(reader))
                .add("order by k.id limit 1"),
            row -> row.number("id"))
        .map(id -> em.find(Contact.class, id));
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

  /**
   * The known contact with the same e-mail and name, and the same postal address as far as one is
   * given; else a new one: who moved is written to where they live now, and nobody changes what is
   * known of others by giving their name. One who refused to be answered by electronic means
   * refuses it there too.
   */
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

  /**
   * Notes whether someone expressly refuses to be answered by electronic means (CRPA L112-14); the
   * caller has passed the door of a letter of theirs.
   */
  public void refuseElectronic(long id, boolean refused) {
    get(id).refuseElectronic(refused);
  }

  private Optional<Contact> twin(Contact fresh, ContactWish wish) {
    if (fresh.email() == null) {
      return em.createQuery("select c from Contact c where c.searchKey = :key", Contact.class)
          .setParameter("key", Contact.key(fresh.name() + "  " + Objects.toString(wish.city(), "")))
          .setMaxResults(1)
          .getResultStream()
          .filter(c -> Objects.equals(c.street(), fresh.street()))
          .findFirst();
    }
    var same =
        em.createQuery(
                "select c from Contact c where lower(c.email) = lower(:email) order by c.id desc",
                Contact.class)
            .setParameter("email", fresh.email())
            .getResultStream()
            .filter(c -> c.name().equalsIgnoreCase(fresh.name()))
            .toList();
    fresh.refuseElectronic(same.stream().anyMatch(Contact::electronicRefused));
    return same.stream().filter(fresh::livesWith).findFirst();
  }

  /** {@link Contact#name()} of a row of the table. */
  public static String shownName(Row row) {
    var person = (nonNull(row.text("last_name")) + " " + nonNull(row.text("first_name"))).strip();
    var company = row.text("company");
    var name =
        company == null ? person : person.isEmpty() ? company : company + " (" + person + ")";
    return name.isEmpty() ? row.text("email") : name;
  }

  private static ContactLine line(Row row) {
    return new ContactLine(
        row.number("id"),
        row.constant("kind", ContactKind.class),
        shownName(row),
        row.text("email"),
        row.text("city"),
        row.number("exchanges"));
  }

  private static String nonNull(String s) {
    return s == null ? "" : s;
  }
}
