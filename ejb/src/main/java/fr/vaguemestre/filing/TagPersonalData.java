package fr.vaguemestre.filing;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Labels that agents wrote: one that only erased letters bear may name a person. */
@ApplicationScoped
public class TagPersonalData implements PersonalData {
  @Inject Database database;

  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.byHand(
            "tag", "étiquettes que ne portent plus que des courriers effacés", "key", "label"),
        Holding.ofLetter("correspondence_tag", "étiquettes du courrier").removed(Purpose.DESTROY));
  }

  @Override
  public Runnable erase(Purpose purpose, List<Long> letters) {
    if (purpose == Purpose.REQUEST_COPY) {
      return () -> {};
    }
    database.update(
        sql(
            """
            delete from tag g where g.id in (select x.tag_id from correspondence_tag x where x.correspondence_id = any(?))
               and not exists (select 1 from correspondence_tag o where o.tenant_id = g.tenant_id and o.tag_id = g.id
                                  and o.correspondence_id not in (select unnest(cast(? as bigint[])))
                                  and not exists (select 1 from erasure e where e.tenant_id = o.tenant_id
                                                     and e.correspondence_id = o.correspondence_id and e.purpose <> 'REQUEST_COPY'))
            """,
            letters,
            letters));
    return () -> {};
  }
}
