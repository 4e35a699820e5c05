package fr.vaguemestre.web.organisation;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.UnitAdministration;
import fr.vaguemestre.organisation.DistributionLine;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.UnitKind;
import fr.vaguemestre.organisation.UnitLine;
import fr.vaguemestre.organisation.UnitWish;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** admin/unit.xhtml: {@code code} of the unit, none for a new one. */
@Named
@ViewScoped
public class UnitScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient HttpServletRequest request;
  @Inject Organisation organisation;
  @Inject UnitAdministration administration;
  @Inject CurrentReader reader;
  @Inject Told told;
  private boolean placed;
  private boolean distributed;
  private Long version;
  private String code;
  private String label;
  private String shortLabel;
  private UnitKind kind = UnitKind.SERVICE;
  private String parent;
  private String email;
  private String phone;
  private String address;
  private List<String> assignees = new ArrayList<>();
  private List<String> copies = new ArrayList<>();

  @PostConstruct
  void read() {
    var wanted = request.getParameter("code");
    if (wanted == null) {
      reader.get().need(Right.ADMIN_ORGANISATION);
      placed = true;
      return;
    }
    var units = organisation.units();
    var unit =
        units.stream()
            .filter(u -> u.code().equals(wanted))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    placed = reader.get().may(Right.ADMIN_ORGANISATION, unit.id());
    distributed = reader.get().may(Right.ADMIN_DISTRIBUTION, unit.id());
    if (!placed && !distributed) {
      throw Refusal.forbidden();
    }
    show(unit);
    parent =
        units.stream()
            .filter(u -> Long.valueOf(u.id()).equals(unit.parent()))
            .map(UnitLine::code)
            .findFirst()
            .orElse(null);
    for (var line : organisation.distribution(wanted)) {
      (line.role() == DistributionLine.Role.ASSIGNEE ? assignees : copies)
          .add(Addressed.written(line.label(), line.unit(), line.code()));
    }
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
        new UnitWish(code, label, shortLabel, kind, parent, email, phone, address),
        version);
    told.done("organisation.unit.saved", label);
    return "/admin/units.xhtml?faces-redirect=true";
  }

  public String saveDistribution() {
    administration.saveDistribution(
        reader.get(),
        code,
        Stream.concat(
                lines(DistributionLine.Role.ASSIGNEE, assignees),
                lines(DistributionLine.Role.COPY, copies))
            .toList());
    told.done("organisation.distribution.saved", label);
    return "/admin/unit.xhtml?faces-redirect=true&code=" + code;
  }

  private static Stream<DistributionLine> lines(DistributionLine.Role role, List<String> chosen) {
    return chosen == null
        ? Stream.empty()
        : chosen.stream()
            .map(c -> new DistributionLine(role, Addressed.isUnit(c), Addressed.code(c), c));
  }

  public List<String> agents(String typed) {
    return organisation.agents(typed).stream()
        .filter(a -> a.active())
        .map(a -> Addressed.written(a.name(), false, a.login()))
        .toList();
  }

  public List<String> agentsAndUnits(String typed) {
    var start = typed.toLowerCase(java.util.Locale.ROOT);
    return Stream.concat(
            organisation.units().stream()
                .filter(
                    u ->
                        (u.label() + " " + u.shortLabel() + " " + u.code())
                            .toLowerCase(java.util.Locale.ROOT)
                            .contains(start))
                .map(u -> Addressed.written(u.label(), true, u.code())),
            agents(typed).stream())
        .toList();
  }

  /** The units this one may be put under. */
  public List<UnitLine> getParents() {
    return organisation.units().stream().filter(u -> !u.code().equals(code)).toList();
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
    return version == null;
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

  public List<String> getAssignees() {
    return assignees;
  }

  public void setAssignees(List<String> assignees) {
    this.assignees = assignees;
  }

  public List<String> getCopies() {
    return copies;
  }

  public void setCopies(List<String> copies) {
    this.copies = copies;
  }
}
