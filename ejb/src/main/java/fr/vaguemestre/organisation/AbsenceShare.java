package fr.vaguemestre.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** One basket of an absent agent, given to one colleague. */
@Embeddable
public class AbsenceShare {
  private String basket;

  @Column(name = "replacement_id")
  private long replacement;

  protected AbsenceShare() {}

  AbsenceShare(String basket, long replacement) {
    this.basket = basket;
    this.replacement = replacement;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AbsenceShare that
        && replacement == that.replacement
        && Objects.equals(basket, that.basket);
  }

  @Override
  public int hashCode() {
    return Objects.hash(basket, replacement);
  }
}
