package fr.vaguemestre.circuit;

import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Entity;

/** A way letters go; what it says is in its versions. */
@Entity
public class Circuit extends Owned {
  private String code;
  private String label;

  protected Circuit() {}

  Circuit(String code, String label) {
    this.code = code;
    this.label = label;
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }
}
