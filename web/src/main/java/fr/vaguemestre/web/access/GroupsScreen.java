package fr.vaguemestre.web.access;

import fr.vaguemestre.access.Administration;
import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/groups.xhtml */
@Named
@RequestScoped
public class GroupsScreen {
  @Inject Administration administration;
  @Inject CurrentReader reader;
  private List<Administration.GroupLine> groups;

  @PostConstruct
  void read() {
    groups = administration.groups(reader.get());
  }

  public List<Administration.GroupLine> getGroups() {
    return groups;
  }

  public Right[] getRights() {
    return Right.values();
  }
}
