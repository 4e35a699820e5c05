package fr.vaguemestre.circuit;

import fr.vaguemestre.access.StandIn;

/** Whether a letter lies now in one of the baskets an absent colleague shares (ORG5). */
public interface Lent {
  boolean covers(StandIn standIn, long correspondence);
}
