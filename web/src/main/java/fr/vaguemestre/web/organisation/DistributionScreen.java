package fr.vaguemestre.web.organisation;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.UnitAdministration;
import fr.vaguemestre.organisation.Directory;
import fr.vaguemestre.organisation.DistributionLine;
import fr.vaguemestre.organisation.Organisation;
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

/** The distribution list on admin/unit.xhtml: {@code code} of the unit. */
@Named
@ViewScoped
public class DistributionScreen implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 12;

  @Inject transient HttpServletRequest request;
  @Inject Organisation organisation;
  @Inject Directory directory;
  @Inject UnitAdministration administration;
  @Inject CurrentReader reader;
  @Inject Told told;
  private String code;
  private List<String> assignees = new ArrayList<>();
  private List<String> copies = new ArrayList<>();

  @PostConstruct
  void read() {
    code = request.getParameter("code");
    for (var line : organisation.distribution(code)) {
      (line.role() == DistributionLine.Role.ASSIGNEE ? assignees : copies)
          .add(Addressed.written(line.label(), line.unit(), line.code()));
    }
  }

  public String save() {
    administration.saveDistribution(
        reader.get(),
        code,
        Stream.concat(
                lines(DistributionLine.Role.ASSIGNEE, assignees),
                lines(DistributionLine.Role.COPY, copies))
            .toList());
    told.done("organisation.distribution.saved", directory.unitName(code).orElse(code));
    return "/admin/unit.xhtml?faces-redirect=true&code=" + code;
  }

  private static Stream<DistributionLine> lines(DistributionLine.Role role, List<String> chosen) {
    return chosen == null
        ? Stream.empty()
        : chosen.stream()
            .map(c -> new DistributionLine(role, Addressed.isUnit(c), Addressed.code(c), c));
  }

  public List<String> agents(String typed) {
    return directory.people(typed, MOST).stream()
        .map(a -> Addressed.written(a.name(), false, a.login()))
        .toList();
  }

  public List<String> agentsAndUnits(String typed) {
    return Stream.concat(
            directory.units(typed, null, false, MOST).stream().map(Addressed::unit),
            agents(typed).stream())
        .toList();
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
