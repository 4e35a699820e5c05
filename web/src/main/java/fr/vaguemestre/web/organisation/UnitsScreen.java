package fr.vaguemestre.web.organisation;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.organisation.Directory;
import fr.vaguemestre.organisation.UnitNode;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * admin/units.xhtml and admin/branch.xhtml: the level of the chart under {@code at} (a code), or
 * the units whose names hold {@code q}.
 */
@Named
@RequestScoped
public class UnitsScreen {
  private static final int MOST = 50;

  @Inject Directory directory;
  @Inject CurrentReader reader;
  @Inject HttpServletRequest request;
  private List<UnitNode> units;
  private List<UnitNode> path = List.of();

  @PostConstruct
  void read() {
    if (!reader.get().may(Right.ADMIN_DISTRIBUTION)) {
      reader.get().need(Right.ADMIN_ORGANISATION);
    }
    var at = request.getParameter("at");
    if (isSearched()) {
      units = directory.units(request.getParameter("q"), null, true, MOST);
    } else if (at == null) {
      units = directory.below(null);
      // The town alone at the top says nothing: its first level with it.
      path = units.size() == 1 ? units : List.of();
      units = units.size() == 1 ? directory.below(units.getFirst().code()) : units;
    } else {
      path = directory.path(at);
      units = directory.below(at);
    }
  }

  public boolean isSearched() {
    var typed = request.getParameter("q");
    return typed != null && !typed.isBlank();
  }

  public boolean isCut() {
    return isSearched() && units.size() == MOST;
  }

  /** From the town down to the unit whose level is shown. */
  public List<UnitNode> getPath() {
    return path;
  }

  public List<UnitNode> getUnits() {
    return units;
  }

  /** Whether this reader may move the unit or change it. */
  public boolean placed(UnitNode unit) {
    return reader.get().may(Right.ADMIN_ORGANISATION, unit.id());
  }

  public boolean opened(UnitNode unit) {
    return placed(unit) || reader.get().may(Right.ADMIN_DISTRIBUTION, unit.id());
  }
}
