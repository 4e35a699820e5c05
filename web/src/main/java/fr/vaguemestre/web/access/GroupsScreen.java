package fr.vaguemestre.web.access;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.GroupAdministration;
import fr.vaguemestre.access.Perimeter;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** admin/groups.xhtml: rights in rows, groups in columns. */
@Named
@ViewScoped
public class GroupsScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject GroupAdministration groups;
  @Inject CurrentReader reader;
  @Inject Told told;
  private List<GroupColumn> columns;

  @PostConstruct
  void read() {
    reader.get().need(Right.ADMIN_ORGANISATION, null);
    columns = groups.groups(reader.get()).stream().map(GroupColumn::of).toList();
  }

  public String save() {
    var changed = columns.stream().filter(GroupColumn::changed).map(GroupColumn::wish).toList();
    groups.saveGroups(reader.get(), changed);
    told.done("access.groups.saved", changed.size());
    return "/admin/groups.xhtml?faces-redirect=true";
  }

  /** Nobody gives a right they do not have on the whole town. */
  public boolean mine(Right right) {
    return reader.get().may(right, null);
  }

  public List<GroupColumn> getColumns() {
    return columns;
  }

  public Right[] getRights() {
    return Right.values();
  }

  public Perimeter[] getPerimeters() {
    return Perimeter.values();
  }
}
