package fr.vaguemestre.reply;

import fr.vaguemestre.circuit.Check;
import fr.vaguemestre.circuit.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A reply leaves once its last version is signed. */
@ApplicationScoped
public class ReplySigned implements Check {
  @Inject Drafts drafts;

  @Override
  public Condition condition() {
    return Condition.REPLY_SIGNED;
  }

  @Override
  public boolean holds(long correspondence) {
    return drafts.last(correspondence).filter(v -> v.signedSha256() != null).isPresent();
  }
}
