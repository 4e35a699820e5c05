package fr.vaguemestre.web.basket;

import fr.vaguemestre.access.Right;
import fr.vaguemestre.basket.Basket;
import fr.vaguemestre.basket.BasketColour;
import fr.vaguemestre.basket.BasketColumn;
import fr.vaguemestre.basket.BasketOrder;
import fr.vaguemestre.basket.BasketRule;
import fr.vaguemestre.basket.BasketWish;
import fr.vaguemestre.circuit.Action;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The plain fields of a basket while it is being made; the rule is beside. */
public class BasketForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String code;
  private String label;
  private Basket.Section section = Basket.Section.MINE;
  private int position = 50;
  private Right right;
  private List<String> groups = new ArrayList<>();
  private boolean closed;
  private List<String> columns =
      new ArrayList<>(List.of("DEADLINE", "SENDER", "TYPE", "STATE", "CHRONO", "HOLDER", "TAGS"));
  private BasketOrder order = BasketOrder.DEADLINE;
  private boolean descending;
  private Action opening;
  private BasketColour colour = BasketColour.PLAIN;

  void show(BasketWish basket) {
    code = basket.code();
    label = basket.label();
    section = basket.section();
    position = basket.position();
    right = basket.right();
    groups = new ArrayList<>(basket.groups());
    closed = basket.rule().closed();
    columns = new ArrayList<>(basket.columns().stream().map(Enum::name).toList());
    order = basket.order();
    descending = basket.descending();
    opening = basket.opening();
    colour = basket.colour();
  }

  BasketWish wish(BasketRule rule) {
    return new BasketWish(
        code,
        label,
        section,
        position,
        right,
        groups == null ? List.of() : List.copyOf(groups),
        rule,
        columns == null ? List.of() : columns.stream().map(BasketColumn::valueOf).toList(),
        order,
        descending,
        opening,
        colour);
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public Basket.Section getSection() {
    return section;
  }

  public void setSection(Basket.Section section) {
    this.section = section;
  }

  public int getPosition() {
    return position;
  }

  public void setPosition(int position) {
    this.position = position;
  }

  public Right getRight() {
    return right;
  }

  public void setRight(Right right) {
    this.right = right;
  }

  public List<String> getGroups() {
    return groups;
  }

  public void setGroups(List<String> groups) {
    this.groups = groups;
  }

  public boolean isClosed() {
    return closed;
  }

  public void setClosed(boolean closed) {
    this.closed = closed;
  }

  public List<String> getColumns() {
    return columns;
  }

  public void setColumns(List<String> columns) {
    this.columns = columns;
  }

  public BasketOrder getOrder() {
    return order;
  }

  public void setOrder(BasketOrder order) {
    this.order = order;
  }

  public boolean isDescending() {
    return descending;
  }

  public void setDescending(boolean descending) {
    this.descending = descending;
  }

  public Action getOpening() {
    return opening;
  }

  public void setOpening(Action opening) {
    this.opening = opening;
  }

  public BasketColour getColour() {
    return colour;
  }

  public void setColour(BasketColour colour) {
    this.colour = colour;
  }
}
