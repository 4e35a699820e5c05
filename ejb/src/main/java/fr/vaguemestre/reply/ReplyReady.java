package fr.vaguemestre.reply;

import fr.vaguemestre.circuit.Check;
import fr.vaguemestre.circuit.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A version of a reply can be judged once its PDF is there, and until it is signed. */
@ApplicationScoped
public class ReplyReady implements Check {
  @Inject Drafts drafts;

  @Override
  public Condition condition() {
    return Condition.REPLY_READY;
  }

  @Override
  public boolean holds(long correspondence) {
    return drafts
        .last(correspondence)
        .filter(v -> v.conversion() == Conversion.DONE && v.signedSha256() == null)
        .isPresent();
  }
}
