package fr.vaguemestre.web.search;

import fr.vaguemestre.circuit.Circuits;
import fr.vaguemestre.correspondence.Channel;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.UnitLine;
import fr.vaguemestre.qualification.DocumentTypeLine;
import fr.vaguemestre.qualification.PriorityLine;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.search.Facet;
import fr.vaguemestre.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    return all(facet).getOrDefault(code, code);
  }

  /** The words for a few codes: of units only these are read. */
  Map<String, String> of(Facet facet, Collection<String> codes) {
    var words =
        facet == Facet.UNIT && !known.containsKey(facet)
            ? organisation.shortLabels(codes)
            : all(facet);
    var few = new LinkedHashMap<String, String>();
    codes.forEach(code -> few.put(code, words.getOrDefault(code, code)));
    return few;
  }

  /** Every code that letters may have, with its words; none where they are not known beforehand. */
  Map<String, String> all(Facet facet) {
    return known.computeIfAbsent(facet, this::labels);
  }

  private Map<String, String> labels(Facet facet) {
    return switch (facet) {
      case TYPE -> labels(typology.types(), DocumentTypeLine::code, DocumentTypeLine::label);
      case PRIORITY -> labels(typology.priorities(), PriorityLine::code, PriorityLine::label);
      case UNIT -> labels(organisation.units(), UnitLine::code, UnitLine::shortLabel);
      case STATE -> circuits.stateLabels();
      case CHANNEL ->
          labels(List.of(Channel.values()), Channel::name, c -> texts.of("search.channel." + c));
      case YEAR, TAG -> Map.of();
    };
  }

  private static <T> Map<String, String> labels(
      List<T> all, Function<T, String> code, Function<T, String> label) {
    return all.stream()
        .collect(Collectors.toMap(code, label, (one, same) -> one, LinkedHashMap::new));
  }
}
