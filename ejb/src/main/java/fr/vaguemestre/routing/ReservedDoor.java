package fr.vaguemestre.routing;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.Doorkeeper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Nobody acts on a letter that somebody else has reserved (ORG6). A note is not work on the letter:
 * it is what is left to do for who finds it reserved.
 */
@ApplicationScoped
public class ReservedDoor implements Doorkeeper {
  @Inject Reservations reservations;

  @Override
  public void pass(Reader reader, long correspondence, Action action) {
    if (action != Action.NOTE) {
      reservations.pass(reader, correspondence);
    }
  }
}
