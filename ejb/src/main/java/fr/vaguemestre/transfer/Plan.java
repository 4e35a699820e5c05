package fr.vaguemestre.transfer;

import java.io.Serializable;
import java.util.List;

/** What a file would do, or did: how many are new, changed, as they were, and what is wrong. */
public record Plan(long created, long changed, long same, List<Problem> problems)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public boolean good() {
    return problems.isEmpty();
  }
}
