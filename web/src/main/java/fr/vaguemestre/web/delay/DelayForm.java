package fr.vaguemestre.web.delay;

import fr.vaguemestre.delay.DelayQuestion;
import fr.vaguemestre.delay.Distance;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.delay.Territory;
import java.time.LocalDate;

/** What is typed on delay/calculator.xhtml. */
public class DelayForm {
  private Kind kind = Kind.SVR;
  private Unit unit = Unit.MONTHS;
  private Integer number = 2;
  private LocalDate received;
  private Territory calendar;
  private boolean goodFriday;
  private LocalDate piecesAskedOn;
  private Integer piecesDeadlineDays;
  private LocalDate piecesReceivedOn;
  private LocalDate transferredOn;
  private LocalDate notifiedOn;
  private Distance distance;

  /**
   * What one computes: a request by its regime, or one of the two that have a month of their own.
   */
  public enum Kind {
    SVR,
    SVA,
    NONE,
    DOCUMENTS,
    PERSONAL_DATA
  }

  /** What the delay is counted in. */
  public enum Unit {
    MONTHS,
    DAYS
  }

  DelayQuestion question() {
    boolean decided = kind == Kind.SVR || kind == Kind.SVA;
    return new DelayQuestion(
        received,
        decided ? Regime.valueOf(kind.name()) : Regime.NONE,
        decided && unit == Unit.MONTHS ? number : null,
        decided && unit == Unit.DAYS ? number : null,
        piecesAskedOn,
        piecesDeadlineDays,
        piecesReceivedOn,
        transferredOn,
        notifiedOn,
        distance);
  }

  public Kind getKind() {
    return kind;
  }

  public void setKind(Kind kind) {
    this.kind = kind;
  }

  public Unit getUnit() {
    return unit;
  }

  public void setUnit(Unit unit) {
    this.unit = unit;
  }

  public Integer getNumber() {
    return number;
  }

  public void setNumber(Integer number) {
    this.number = number;
  }

  public LocalDate getReceived() {
    return received;
  }

  public void setReceived(LocalDate received) {
    this.received = received;
  }

  public Territory getCalendar() {
    return calendar;
  }

  public void setCalendar(Territory calendar) {
    this.calendar = calendar;
  }

  public boolean isGoodFriday() {
    return goodFriday;
  }

  public void setGoodFriday(boolean goodFriday) {
    this.goodFriday = goodFriday;
  }

  public LocalDate getPiecesAskedOn() {
    return piecesAskedOn;
  }

  public void setPiecesAskedOn(LocalDate piecesAskedOn) {
    this.piecesAskedOn = piecesAskedOn;
  }

  public Integer getPiecesDeadlineDays() {
    return piecesDeadlineDays;
  }

  public void setPiecesDeadlineDays(Integer piecesDeadlineDays) {
    this.piecesDeadlineDays = piecesDeadlineDays;
  }

  public LocalDate getPiecesReceivedOn() {
    return piecesReceivedOn;
  }

  public void setPiecesReceivedOn(LocalDate piecesReceivedOn) {
    this.piecesReceivedOn = piecesReceivedOn;
  }

  public LocalDate getTransferredOn() {
    return transferredOn;
  }

  public void setTransferredOn(LocalDate transferredOn) {
    this.transferredOn = transferredOn;
  }

  public LocalDate getNotifiedOn() {
    return notifiedOn;
  }

  public void setNotifiedOn(LocalDate notifiedOn) {
    this.notifiedOn = notifiedOn;
  }

  public Distance getDistance() {
    return distance;
  }

  public void setDistance(Distance distance) {
    this.distance = distance;
  }
}
