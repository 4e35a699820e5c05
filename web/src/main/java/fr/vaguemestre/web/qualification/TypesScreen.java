package fr.vaguemestre.web.qualification;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.qualification.DocumentTypeLine;
import fr.vaguemestre.qualification.PriorityLine;
import fr.vaguemestre.qualification.Typology;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/types.xhtml and admin/priorities.xhtml */
@Named
@RequestScoped
public class TypesScreen {
  @Inject Typology typology;
  @Inject CurrentReader reader;

  @PostConstruct
  void check() {
    reader.get().need(Right.ADMIN_TYPES);
  }

  public List<DocumentTypeLine> getTypes() {
    return typology.types();
  }

  public List<PriorityLine> getPriorities() {
    return typology.priorities();
  }
}
