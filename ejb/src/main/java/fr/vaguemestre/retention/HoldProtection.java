package fr.vaguemestre.retention;

import fr.vaguemestre.anonymisation.Protection;
import jakarta.enterprise.context.ApplicationScoped;

/** A letter under a litigation hold is not erased, for whatever purpose. */
@ApplicationScoped
public class HoldProtection implements Protection {
  @Override
  public String condition() {
    return "exists (select 1 from litigation_hold h where h.tenant_id = c.tenant_id"
        + " and h.correspondence_id = c.id and h.lifted_at is null)";
  }
}
