package fr.vaguemestre.web.organisation;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.UnitLine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/units.xhtml */
@Named
@RequestScoped
public class UnitsScreen {
  @Inject Organisation organisation;
  @Inject CurrentReader reader;
  private List<UnitLine> units;

  @PostConstruct
  void read() {
    if (!reader.get().may(Right.ADMIN_DISTRIBUTION)) {
      reader.get().need(Right.ADMIN_ORGANISATION);
    }
    units = organisation.units();
  }

  public List<UnitLine> getUnits() {
    return units;
  }
}
