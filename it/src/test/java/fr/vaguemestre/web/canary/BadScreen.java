package fr.vaguemestre.web.canary;

import fr.vaguemestre.api.canary.Resource;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.lucene.index.Term;

/** Breaks every rule an edge can break. */
@SuppressWarnings("JavaTimeDefaultTimeZone") // meant to be wrong
class BadScreen {
  Bean bean;
  Resource resource;
  EntityManager em;

  Object everythingWrong() {
    bean.hidden();
    em.createNativeQuery("select 1");
    em.unwrap(Connection.class);
    return new Term(LocalDate.now(ZoneOffset.UTC).toString());
  }

  @Stateless
  static class Bean {
    void hidden() {}
  }
}
