package fr.vaguemestre.web.access;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.GroupAdministration;
import fr.vaguemestre.access.Perimeter;
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

/** admin/group.xhtml: {@code code} of the group, none for a new one. */
@Named
@ViewScoped
public class GroupScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient HttpServletRequest request;
  @Inject GroupAdministration groups;
  @Inject CurrentReader reader;
  @Inject Told told;
  private GroupColumn group = new GroupColumn();

  @PostConstruct
  void read() {
    reader.get().need(Right.ADMIN_ORGANISATION, null);
    var wanted = request.getParameter("code");
    if (wanted != null) {
      group =
          groups.groups(reader.get()).stream()
              .filter(g -> g.code().equals(wanted))
              .map(GroupColumn::of)
              .findFirst()
              .orElseThrow(Refusal::notFound);
    }
  }

  public String save() {
    groups.saveGroups(reader.get(), List.of(group.wish()));
    told.done("access.group.saved", group.getLabel());
    return "/admin/groups.xhtml?faces-redirect=true";
  }

  /** Nobody gives a right they do not have on the whole town. */
  public boolean mine(Right right) {
    return reader.get().may(right, null);
  }

  public GroupColumn getGroup() {
    return group;
  }

  public Right[] getRights() {
    return Right.values();
  }

  public Perimeter[] getPerimeters() {
    return Perimeter.values();
  }
}
