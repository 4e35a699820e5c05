package fr.vaguemestre.reply;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.Doorkeeper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Nobody writes or submits a reply that somebody else has open in a word processor (REP2). */
@ApplicationScoped
public class OpenDraftDoor implements Doorkeeper {
  private static final Set<Action> ON_THE_DRAFT = Set.of(Action.DRAFT, Action.SUBMIT);

  @Inject OpenDrafts drafts;

  @Override
  public void pass(Reader reader, long correspondence, Action action) {
    if (ON_THE_DRAFT.contains(action)) {
      drafts.keepOut(reader, correspondence);
    }
  }
}
