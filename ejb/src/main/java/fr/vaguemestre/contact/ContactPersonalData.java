package fr.vaguemestre.contact;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The people letters come from: erased letters name them no more, and nobody is kept whom no letter
 * names.
 */
@ApplicationScoped
public class ContactPersonalData implements PersonalData {
  @Inject Database database;

  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.byHand(
            "contact",
            "expéditeur, quand aucun autre courrier ne le nomme : nom, prénom, société, adresse, téléphone, courriel",
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

  @Override
  public void erase(Purpose purpose, List<Long> letters) {
    if (purpose == Purpose.REQUEST_COPY) {
      return;
    }
    var senders =
        database.list(
            sql(
                """
                update correspondence c set sender_id = null from (select id, sender_id from correspondence
                   where id = any(?) and sender_id is not null) o where c.id = o.id returning o.sender_id
                """,
                letters),
            row -> row.number("sender_id"));
    database.update(
        sql(
            """
            delete from contact k where k.id = any(?)
               and not exists (select 1 from correspondence c where c.tenant_id = k.tenant_id and c.sender_id = k.id)
               and not exists (select 1 from transmission t where t.tenant_id = k.tenant_id and t.contact_id = k.id)
            """,
            senders));
  }
}
