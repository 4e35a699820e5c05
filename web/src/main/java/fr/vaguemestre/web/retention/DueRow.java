package fr.vaguemestre.web.retention;

import fr.vaguemestre.retention.RetentionLine;
import java.io.Serializable;

/** A line that can be chosen. */
public class DueRow implements Serializable {
  private static final long serialVersionUID = 1L;

  private final RetentionLine line;
  private boolean chosen;

  DueRow(RetentionLine line) {
    this.line = line;
  }

  public RetentionLine getLine() {
    return line;
  }

  public long getId() {
    return line.id();
  }

  public boolean isChosen() {
    return chosen;
  }

  public void setChosen(boolean chosen) {
    this.chosen = chosen;
  }
}
