package fr.vaguemestre.web.organisation;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.UnitAdministration;
import fr.vaguemestre.organisation.Directory;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.Seat;
import fr.vaguemestre.organisation.UnitKind;
import fr.vaguemestre.organisation.UnitLine;
import fr.vaguemestre.organisation.UnitNode;
import fr.vaguemestre.organisation.UnitWish;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.Seen;
import fr.vaguemestre.reassignment.UnitClosures;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;

/** admin/unit.xhtml: {@code code} of the unit, none for a new one. */
@Named
@ViewScoped
public class UnitScreen implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 12;
  private static final int MANY = 100;

  @Inject transient HttpServletRequest request;
  @Inject Organisation organisation;
  @Inject Directory directory;
  @Inject UnitAdministration administration;
  @Inject UnitClosures closures;
  @Inject CurrentReader reader;
  @Inject Told told;
  private boolean placed;
  private boolean distributed;
  private long version = Seen.NOTHING;
  private List<UnitNode> path = List.of();
  private String code;
  private String label;
  private String shortLabel;
  private UnitKind kind = UnitKind.SERVICE;
  private String parent;
  private String email;
  private String phone;
  private String address;

  @PostConstruct
  void read() {
    var wanted = request.getParameter("code");
    if (wanted == null) {
      reader.get().need(Right.ADMIN_ORGANISATION);
      placed = true;
      var under = directory.path(request.getParameter("under"));
      parent = under.isEmpty() ? null : Addressed.unit(under.getLast());
      return;
    }
    var unit = organisation.line(wanted).orElseThrow(Refusal::notFound);
    placed = reader.get().may(Right.ADMIN_ORGANISATION, unit.id());
    distributed = reader.get().may(Right.ADMIN_DISTRIBUTION, unit.id());
    if (!placed && !distributed) {
      throw Refusal.forbidden();
    }
    show(unit);
    path = directory.path(wanted);
    parent = path.size() > 1 ? Addressed.unit(path.get(path.size() - 2)) : null;
  }

  private void show(UnitLine unit) {
    version = unit.version();
    code = unit.code();
    label = unit.label();
    shortLabel = unit.shortLabel();
    kind = unit.kind();
    email = unit.email();
    phone = unit.phone();
    address = unit.address();
  }

  public String save() {
    administration.saveUnit(
        reader.get(),
        new UnitWish(code, label, shortLabel, kind, Addressed.code(parent), email, phone, address),
        version);
    told.done("organisation.unit.saved", label);
    return "/admin/unit.xhtml?faces-redirect=true&code=" + code;
  }

  /** The units this one may be put under, as the field writes them. */
  public List<String> parents(String typed) {
    return directory
        .units(typed, reader.get().within(Right.ADMIN_ORGANISATION), false, MOST)
        .stream()
        .map(Addressed::unit)
        .toList();
  }

  /** From the town down to this unit. */
  public List<UnitNode> getPath() {
    return path;
  }

  /** Opens a closed unit again, where it was. */
  public String reopen() {
    closures.reopen(reader.get(), code);
    told.done("organisation.unit.reopened", label);
    return "/admin/unit.xhtml?faces-redirect=true&code=" + code;
  }

  public boolean isOpen() {
    return path.getLast().open();
  }

  public List<Seat> getSeats() {
    return isNew() ? List.of() : directory.seats(code, MANY);
  }

  public UnitKind[] getKinds() {
    return UnitKind.values();
  }

  /** Whether this reader changes the unit itself. */
  public boolean isPlaced() {
    return placed;
  }

  /** Whether this reader changes its distribution list. */
  public boolean isDistributed() {
    return distributed;
  }

  public boolean isNew() {
    return version == Seen.NOTHING;
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

  public String getShortLabel() {
    return shortLabel;
  }

  public void setShortLabel(String shortLabel) {
    this.shortLabel = shortLabel;
  }

  public UnitKind getKind() {
    return kind;
  }

  public void setKind(UnitKind kind) {
    this.kind = kind;
  }

  public String getParent() {
    return parent;
  }

  public void setParent(String parent) {
    this.parent = parent;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }
}
