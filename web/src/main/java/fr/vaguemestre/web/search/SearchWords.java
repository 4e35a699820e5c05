package fr.vaguemestre.web.search;

import fr.vaguemestre.search.Asked;
import fr.vaguemestre.search.Facet;
import fr.vaguemestre.search.Moment;
import fr.vaguemestre.search.Part;
import fr.vaguemestre.search.Trait;
import fr.vaguemestre.web.shell.Dates;
import fr.vaguemestre.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A search said in words: « salle », Type : Réclamation, en retard. */
@RequestScoped
public class SearchWords {
  @Inject FacetLabels labels;
  @Inject Texts texts;
  @Inject Dates dates;

  public String of(Asked asked) {
    var said = new ArrayList<String>();
    if (!asked.query().isEmpty()) {
      said.add(texts.of("search.said", asked.query()));
    }
    for (var facet : Facet.values()) {
      var codes = asked.narrowing().chosen().get(facet);
      if (codes != null) {
        add(
            said,
            "search.facet." + Asked.name(facet),
            codes.stream().sorted().map(c -> labels.label(facet, c)).toList());
      }
    }
    for (var moment : Moment.values()) {
      var period = asked.narrowing().periods().get(moment);
      if (period != null) {
        var when = new ArrayList<String>();
        day(when, "search.since", period.from());
        day(when, "search.until", period.to());
        add(said, "search.moment." + moment, List.of(String.join(" ", when)));
      }
    }
    for (var trait : Trait.values()) {
      var codes = asked.narrowing().traits().get(trait);
      if (codes != null) {
        add(
            said,
            "search." + Asked.name(trait),
            codes.stream().sorted().map(c -> trait(trait, c)).toList());
      }
    }
    for (var part : Part.values()) {
      var words = asked.narrowing().parts().get(part);
      if (words != null) {
        add(said, "search.part." + part, List.of(words));
      }
    }
    if (asked.late()) {
      said.add(texts.of("search.late"));
    }
    if (asked.below()) {
      said.add(texts.of("search.below"));
    }
    if (asked.mine() != null) {
      said.add(texts.of("search.mine." + Asked.name(asked.mine())));
    }
    return said.stream().collect(Collectors.joining(", "));
  }

  /** The words of a code; an agent's login stays as it is. */
  private String trait(Trait trait, String code) {
    var key = "search." + Asked.name(trait) + "." + code;
    return texts.containsKey(key) ? texts.of(key) : code;
  }

  private void add(List<String> said, String label, List<String> values) {
    said.add(texts.of("search.pair", texts.of(label), String.join(", ", values)));
  }

  private void day(List<String> when, String key, LocalDate day) {
    if (day != null) {
      when.add(texts.of(key, dates.longDay(day)));
    }
  }
}
