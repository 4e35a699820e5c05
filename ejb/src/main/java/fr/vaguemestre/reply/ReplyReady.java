package fr.vaguemestre.reply;

import fr.vaguemestre.circuit.Check;
import fr.vaguemestre.circuit.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A reply can be judged once its PDF is there. */
@ApplicationScoped
public class ReplyReady implements Check {
  @Inject Drafts drafts;

  @Override
  public Condition condition() {
    return Condition.REPLY_READY;
  }

  @Override
  public boolean holds(long correspondence) {
    return drafts.last(correspondence).filter(v -> v.conversion() == Conversion.DONE).isPresent();
  }
}
