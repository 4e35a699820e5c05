package fr.vaguemestre.web.access;

import fr.vaguemestre.access.Administration;
import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** admin/group.xhtml: {@code code} of the group, none for a new one. */
@Named
@ViewScoped
public class GroupScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient HttpServletRequest request;
  @Inject Administration administration;
  @Inject CurrentReader reader;
  @Inject Told told;
  private boolean fresh = true;
  private String code;
  private String label;
  private List<String> rights = List.of();

  @PostConstruct
  void read() {
    var groups = administration.groups(reader.get());
    var wanted = request.getParameter("code");
    if (wanted != null) {
      var group =
          groups.stream()
              .filter(g -> g.code().equals(wanted))
              .findFirst()
              .orElseThrow(Refusal::notFound);
      fresh = false;
      code = group.code();
      label = group.label();
      rights = group.rights().stream().map(Right::name).toList();
    }
  }

  public String save() {
    Set<Right> granted = rights.stream().map(Right::valueOf).collect(Collectors.toSet());
    administration.saveGroup(reader.get(), code, label, granted);
    told.done("access.group.saved", label);
    return "/admin/groups.xhtml?faces-redirect=true";
  }

  public Right[] getAllRights() {
    return Right.values();
  }

  public boolean isNew() {
    return fresh;
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

  public List<String> getRights() {
    return rights;
  }

  public void setRights(List<String> rights) {
    this.rights = rights;
  }
}
