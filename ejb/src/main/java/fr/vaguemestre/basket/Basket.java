package fr.vaguemestre.basket;

import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A basket: a name and a rule. It holds nothing; it is a query. */
@Entity
public class Basket extends Owned {
  private String code;
  private String label;
  private String section;
  private String rule;
  private int position;

  @Enumerated(EnumType.STRING)
  private Right granted;

  protected Basket() {}

  Basket(String code, String label, Section section, int position, Right granted, BasketRule rule) {
    this.code = code;
    this.label = label;
    this.section = section.name();
    this.position = position;
    this.granted = granted;
    this.rule = rule.json();
  }

  /** Where it stands in the rail. */
  public enum Section {
    MINE,
    DIRECTION
  }

  String code() {
    return code;
  }

  String label() {
    return label;
  }

  Section section() {
    return Section.valueOf(section);
  }

  BasketRule rule() {
    return BasketRule.parse(rule);
  }

  boolean openTo(fr.vaguemestre.access.Reader reader) {
    return granted == null || reader.may(granted);
  }
}
