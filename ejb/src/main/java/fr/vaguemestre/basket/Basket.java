package fr.vaguemestre.basket;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A basket: a name and a rule. It holds nothing; it is a query. */
@Entity
public class Basket extends Owned {
  private String code;
  private String label;

  @Enumerated(EnumType.STRING)
  private Section section;

  private String rule;
  private int position;

  @Enumerated(EnumType.STRING)
  private Right granted;

  private String columns;

  @Enumerated(EnumType.STRING)
  @Column(name = "order_by")
  private BasketOrder order;

  private boolean descending;

  @Enumerated(EnumType.STRING)
  private Action opening;

  @Enumerated(EnumType.STRING)
  private BasketColour colour;

  protected Basket() {}

  Basket(String code) {
    this.code = code;
  }

  /** Whose it is, and where it stands in the rail. */
  public enum Section {
    /** One's own: it speaks of what the reader is asked or has marked. */
    MINE,
    /** Shared: it speaks of what a direction holds. */
    DIRECTION
  }

  void describe(BasketWish wish) {
    wish.rule().check();
    this.label = wish.label().strip();
    this.section = wish.section();
    this.rule = wish.rule().json();
    this.position = wish.position();
    this.granted = wish.right();
    this.columns = wish.columns().stream().map(Enum::name).collect(Collectors.joining(","));
    this.order = wish.order();
    this.descending = wish.descending();
    this.opening = wish.opening();
    this.colour = wish.colour();
  }

  BasketWish wish(List<String> groups) {
    return new BasketWish(
        code,
        label,
        section,
        position,
        granted,
        groups,
        rule(),
        columns(),
        order,
        descending,
        opening,
        colour);
  }

  String code() {
    return code;
  }

  String label() {
    return label;
  }

  Section section() {
    return section;
  }

  BasketRule rule() {
    return BasketRule.parse(rule);
  }

  List<BasketColumn> columns() {
    if (columns == null) {
      return BasketColumn.USUAL;
    }
    return columns.isEmpty()
        ? List.of()
        : Stream.of(columns.split(",")).map(BasketColumn::valueOf).toList();
  }

  BasketOrder order() {
    return order;
  }

  boolean descending() {
    return descending;
  }

  Action opening() {
    return opening;
  }

  BasketColour colour() {
    return colour;
  }

  boolean openTo(Reader reader) {
    return granted == null || reader.may(granted);
  }
}
