package fr.vaguemestre.circuit;

/** What a citizen reads of where their letter stands. */
public final class CitizenLabel {
  /**
   * As SQL, of {@code correspondence c} in {@code circuit_state n}. Of a letter held in quarantine
   * it says that it is being looked at, whatever its state, and not why.
   */
  public static final String SQL =
      "case when exists (select 1 from quarantine q where q.tenant_id = c.tenant_id and q.correspondence_id = c.id and q.held)"
          + " then 'Reçu, en cours de vérification' else coalesce(n.citizen_label, n.label) end";

  private CitizenLabel() {}
}
