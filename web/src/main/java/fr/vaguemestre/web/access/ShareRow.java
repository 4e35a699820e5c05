package fr.vaguemestre.web.access;

import fr.vaguemestre.organisation.AbsenceLine;
import java.io.Serializable;

/** A row of the absence form: one basket, or all of them, for one colleague. */
public class ShareRow implements Serializable {
  private static final long serialVersionUID = 1L;

  private String basket;
  private String colleague;

  static ShareRow of(AbsenceLine.Given given, String shown) {
    var row = new ShareRow();
    row.basket = given.basket();
    row.colleague = shown;
    return row;
  }

  boolean empty() {
    return colleague == null || colleague.isBlank();
  }

  /** A basket's code, or nothing for all of them. */
  public String getBasket() {
    return basket;
  }

  public void setBasket(String basket) {
    this.basket = basket;
  }

  public String getColleague() {
    return colleague;
  }

  public void setColleague(String colleague) {
    this.colleague = colleague;
  }
}
