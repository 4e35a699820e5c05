package fr.vaguemestre.web.retention;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.qualification.Disposition;
import fr.vaguemestre.retention.LineState;
import fr.vaguemestre.retention.ListState;
import fr.vaguemestre.retention.RetentionLine;
import fr.vaguemestre.retention.RetentionList;
import fr.vaguemestre.retention.RetentionLists;
import fr.vaguemestre.retention.Visas;
import fr.vaguemestre.web.shell.Numbers;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** admin/retention-list.xhtml: {@code id} of the list. */
@Named
@ViewScoped
public class RetentionListScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient HttpServletRequest request;
  @Inject RetentionLists lists;
  @Inject Visas visas;
  @Inject CurrentReader reader;
  @Inject Told told;
  private RetentionList list;
  private List<DueRow> rows;
  private String password;
  private String number;
  private LocalDate grantedOn;
  private String signatory;
  private String reason;

  @PostConstruct
  void read() {
    var opened = lists.one(reader.get(), Numbers.needed(request.getParameter("id")));
    list = opened.list();
    rows = opened.lines().stream().map(DueRow::new).toList();
  }

  public String sign() {
    var typed = password == null ? new char[0] : password.toCharArray();
    lists.sign(reader.get(), list.id(), list.version(), typed, request.getRemoteAddr());
    told.done("retention.signed", list.number());
    return getHere();
  }

  public String takeOff(long line) {
    lists.takeOff(reader.get(), line);
    told.done("retention.taken-off");
    return getHere();
  }

  public String grant() {
    var chosen = chosen();
    visas.grant(reader.get(), list.id(), chosen, new Visas.VisaWish(number, grantedOn, signatory));
    told.done("retention.granted", chosen.size());
    return getHere();
  }

  public String refuse() {
    var chosen = chosen();
    visas.refuse(reader.get(), list.id(), chosen, reason);
    told.done("retention.refused", chosen.size());
    return getHere();
  }

  private List<Long> chosen() {
    return rows.stream().filter(DueRow::isChosen).map(DueRow::getId).toList();
  }

  private String getHere() {
    return "/admin/retention-list.xhtml?faces-redirect=true&id=" + list.id();
  }

  public boolean isSignable() {
    return list.kind() == Disposition.DESTROY
        && list.state() == ListState.PROPOSED
        && list.lines() > 0
        && reader.get().may(Right.SIGN_ELIMINATION, null);
  }

  public boolean isArchivist() {
    return reader.get().may(Right.ARCHIVE, null);
  }

  /** Whether lines wait for the archives' answer, and this reader may record it. */
  public boolean isAnswerable() {
    return isArchivist()
        && list.state() == ListState.SIGNED
        && rows.stream().anyMatch(row -> row.getLine().state() == LineState.SIGNED);
  }

  public boolean isHandable() {
    return isArchivist() && list.kind() == Disposition.KEEP && list.lines() > 0;
  }

  public boolean waits(RetentionLine line) {
    return line.state() == LineState.SIGNED;
  }

  public boolean proposed(RetentionLine line) {
    return line.state() == LineState.PROPOSED;
  }

  /** The chip of a line's state. */
  public String kind(RetentionLine line) {
    return switch (line.state()) {
      case DUE, PROPOSED, SIGNED -> "busy";
      case GRANTED -> "soon";
      case DESTROYED, EXPORTED -> "done";
      case REFUSED, WITHDRAWN -> "late";
    };
  }

  public RetentionList getList() {
    return list;
  }

  public List<DueRow> getRows() {
    return rows;
  }

  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public LocalDate getGrantedOn() {
    return grantedOn;
  }

  public void setGrantedOn(LocalDate grantedOn) {
    this.grantedOn = grantedOn;
  }

  public String getSignatory() {
    return signatory;
  }

  public void setSignatory(String signatory) {
    this.signatory = signatory;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
