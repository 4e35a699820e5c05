package fr.vaguemestre.web.canary;

import fr.vaguemestre.api.canary.Resource;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.LocalDate;
import org.apache.lucene.index.Term;

/** Breaks every rule an edge can break. */
@SuppressWarnings("JavaTimeDefaultTimeZone") // meant to be wrong
class BadScreen {
  Resource resource;
  EntityManager em;

  Object everythingWrong() {
    em.createNativeQuery("select 1");
    em.unwrap(Connection.class);
    return new Term(LocalDate.now().toString());
  }
}
