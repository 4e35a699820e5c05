package fr.vaguemestre.contact;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The people letters come from: erased letters name them no more, and nobody is kept whom no letter
 * names.
 */
@ApplicationScoped
public class ContactPersonalData implements PersonalData {
  @Inject Database database;
  @Inject Event<ContactsGone> gone;

  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.byHand(
            "contact",
            "expéditeur, et celui qu’il a remplacé, quand aucun autre courrier ne les nomme : nom, prénom, société, adresse, téléphone, courriel",
            "civility",
            "last_name",
            "first_name",
            "company",
            "email",
            "phone",
            "street",
            "complement",
            "postcode",
            "city",
            "search_key"));
  }

  /** The senders as they are before the letters name them no more, and those of earlier. */
  @Override
  public Runnable erase(Purpose purpose, List<Long> letters) {
    if (purpose == Purpose.REQUEST_COPY) {
      return () -> {};
    }
    var senders =
        database.list(
            sql(
                """
                with earlier as (delete from past_sender where correspondence_id = any(?) returning contact_id)
                select contact_id from earlier
                 union select sender_id from correspondence where id = any(?) and sender_id is not null
                """,
                letters,
                letters),
            row -> row.number("contact_id"));
    return () -> forget(senders);
  }

  private void forget(List<Long> senders) {
    var people =
        database.list(
            sql(
                """
                delete from contact k where k.id = any(?)
                   and not exists (select 1 from correspondence c where c.tenant_id = k.tenant_id and c.sender_id = k.id)
                   and not exists (select 1 from transmission t where t.tenant_id = k.tenant_id and t.contact_id = k.id)
                returning k.last_name, k.first_name, k.email, k.phone
                """,
                senders),
            row ->
                new ContactsGone.Person(
                    row.text("last_name"),
                    row.text("first_name"),
                    row.text("email"),
                    row.text("phone")));
    if (!people.isEmpty()) {
      gone.fire(new ContactsGone(people));
    }
  }
}
