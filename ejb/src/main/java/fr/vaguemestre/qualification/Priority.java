package fr.vaguemestre.qualification;

import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Entity;

/** How fast a letter must be answered: a label, a colour, a number of days. */
@Entity
public class Priority extends Owned {
  private String code;
  private String label;
  private String colour;
  private int days;
  private int position;

  protected Priority() {}

  Priority(PriorityWish wish) {
    this.code = wish.code();
    describe(wish);
  }

  void describe(PriorityWish wish) {
    this.label = wish.label();
    this.colour = wish.colour();
    this.days = wish.days();
    this.position = wish.position();
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  /** Calendar days from arrival to answer. */
  public int days() {
    return days;
  }
}
