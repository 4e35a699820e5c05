package fr.vaguemestre.web.search;

import fr.vaguemestre.circuit.Circuits;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.UnitLine;
import fr.vaguemestre.qualification.DocumentTypeLine;
import fr.vaguemestre.qualification.PriorityLine;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.search.Facet;
import fr.vaguemestre.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The words for the codes the index counts; a code that is no more is shown as it is. */
@RequestScoped
public class FacetLabels {
  @Inject Typology typology;
  @Inject Organisation organisation;
  @Inject Circuits circuits;
  @Inject Texts texts;
  private final Map<Facet, Map<String, String>> known = new EnumMap<>(Facet.class);

  String label(Facet facet, String code) {
    if (facet == Facet.CHANNEL) {
      return texts.of("search.channel." + code);
    }
    return known.computeIfAbsent(facet, this::labels).getOrDefault(code, code);
  }

  private Map<String, String> labels(Facet facet) {
    return switch (facet) {
      case TYPE ->
          typology.types().stream()
              .collect(Collectors.toMap(DocumentTypeLine::code, DocumentTypeLine::label));
      case PRIORITY ->
          typology.priorities().stream()
              .collect(Collectors.toMap(PriorityLine::code, PriorityLine::label));
      case UNIT ->
          organisation.units().stream()
              .collect(Collectors.toMap(UnitLine::code, UnitLine::shortLabel));
      case STATE -> circuits.stateLabels();
      default -> Map.of();
    };
  }
}
