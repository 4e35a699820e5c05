package fr.vaguemestre.organisation;

import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

/** A box of the organisation chart: pole, direction, service. */
@Entity
public class Unit extends Owned {
  private String code;
  private String label;

  @Column(name = "short_label")
  private String shortLabel;

  @Enumerated(EnumType.STRING)
  private UnitKind kind;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "parent_id")
  private Unit parent;

  private String email;
  private String phone;
  private String address;

  @Column(name = "closed_on")
  private LocalDate closedOn;

  protected Unit() {}

  Unit(String code) {
    this.code = code;
  }

  void describe(UnitWish wish, Unit under) {
    this.label = wish.label();
    this.shortLabel = wish.shortLabel();
    this.kind = wish.kind();
    this.parent = under;
    this.email = wish.email();
    this.phone = wish.phone();
    this.address = wish.address();
  }

  void goUnder(Unit other) {
    this.parent = other;
  }

  /**
   * A closed unit goes under the one that takes its place, whose people thus see what it closed.
   */
  public void close(LocalDate on, Unit successor) {
    this.closedOn = on;
    this.parent = successor;
  }

  public void reopen(Unit under) {
    this.closedOn = null;
    this.parent = under;
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  public String shortLabel() {
    return shortLabel;
  }

  public UnitKind kind() {
    return kind;
  }

  public Unit parent() {
    return parent;
  }

  public String email() {
    return email;
  }

  public String phone() {
    return phone;
  }

  public String address() {
    return address;
  }

  public boolean open() {
    return closedOn == null;
  }

  public boolean underCabinet() {
    return kind == UnitKind.CABINET || parent != null && parent.underCabinet();
  }

  /** O5: whether a place here gives the sight of every letter in a circuit. */
  public boolean seesTheTown() {
    return kind.seesTheTown() || underCabinet();
  }
}
