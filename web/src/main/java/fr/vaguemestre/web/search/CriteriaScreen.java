package fr.vaguemestre.web.search;

import fr.vaguemestre.correspondence.Category;
import fr.vaguemestre.search.Asked;
import fr.vaguemestre.search.Facet;
import fr.vaguemestre.search.Moment;
import fr.vaguemestre.search.Part;
import fr.vaguemestre.search.Period;
import fr.vaguemestre.search.Trait;
import fr.vaguemestre.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The form of criteria of search.xhtml, filled in from the address. It is there when it is opened
 * ({@code advanced=true}) or used; the lists hold every code only when it is opened, and otherwise
 * what is chosen. Units may be thousands: one is typed.
 */
@Named
@RequestScoped
public class CriteriaScreen {
  private static final Period ALWAYS = new Period(null, null);
  private static final List<Facet> LISTED =
      List.of(Facet.TYPE, Facet.STATE, Facet.PRIORITY, Facet.CHANNEL);

  @Inject HttpServletRequest request;
  @Inject FacetLabels labels;
  @Inject TypedUnits units;
  @Inject Texts texts;
  private Asked asked;
  private boolean opened;

  /** A field of words. */
  public record Words(String name, String label, String value) {}

  /** Two fields of days. */
  public record Days(String name, String first, Object from, String last, Object to) {}

  /** A list to choose from, several codes or one. */
  public record Choices(String name, String label, List<Option> options) {}

  public record Option(String code, String label, boolean on) {}

  /** What the form has no field for, carried along. */
  public record Kept(String name, String code) {}

  @PostConstruct
  void read() {
    var address = SearchAddress.of(request).units(units::code);
    asked = address.asked();
    opened = address.opened();
  }

  public List<Words> getParts() {
    return Arrays.stream(Part.values())
        .map(
            part ->
                new Words(
                    Asked.name(part),
                    texts.of("search.part." + part),
                    asked.narrowing().parts().get(part)))
        .toList();
  }

  public List<Days> getPeriods() {
    return Arrays.stream(Moment.values())
        .map(
            moment -> {
              var period = asked.narrowing().periods().getOrDefault(moment, ALWAYS);
              return new Days(
                  Asked.name(moment),
                  Asked.first(moment),
                  period.from(),
                  Asked.last(moment),
                  period.to());
            })
        .toList();
  }

  /** Lists in which several codes may be chosen; one that is no more stays in its list. */
  public List<Choices> getLists() {
    return LISTED.stream().map(this::list).filter(l -> !l.options().isEmpty()).toList();
  }

  private Choices list(Facet facet) {
    var chosen = asked.narrowing().chosen().getOrDefault(facet, Set.of());
    var codes = new LinkedHashMap<String, String>(opened ? labels.all(facet) : Map.of());
    labels.of(facet, chosen).forEach(codes::putIfAbsent);
    return new Choices(
        Asked.name(facet), texts.of("search.facet." + Asked.name(facet)), options(codes, chosen));
  }

  /** Lists in which one code is chosen, or none. */
  public List<Choices> getSingles() {
    var mine = asked.mine() == null ? Set.<String>of() : Set.of(Asked.name(asked.mine()));
    return List.of(
        single("mine", Arrays.stream(Asked.Mine.values()).map(Asked::name).toList(), mine),
        trait(Trait.CATEGORY, Arrays.stream(Category.values()).map(Enum::name).toList()),
        trait(Trait.FILES, List.of(Trait.YES, Trait.NO)),
        trait(Trait.CONFIDENTIAL, List.of(Trait.YES, Trait.NO)),
        trait(Trait.OPEN, List.of(Trait.YES, Trait.NO)));
  }

  public String getTag() {
    return first(Facet.TAG);
  }

  public String getUnit() {
    return first(Facet.UNIT);
  }

  /** Its name; null for none, or when no unit is called so. */
  public String getUnitName() {
    return getUnit() == null ? null : units.name(getUnit());
  }

  private String first(Facet facet) {
    return asked.narrowing().chosen().getOrDefault(facet, Set.of()).stream()
        .findFirst()
        .orElse(null);
  }

  public boolean isLate() {
    return asked.late();
  }

  public boolean isBelow() {
    return asked.below();
  }

  /** The year, the tags and units after the first, and agents by their login. */
  public List<Kept> getKept() {
    var chosen = asked.narrowing().chosen();
    var traits = asked.narrowing().traits();
    return Stream.of(
            kept(Facet.YEAR, chosen.get(Facet.YEAR), 0),
            kept(Facet.TAG, chosen.get(Facet.TAG), 1),
            kept(Facet.UNIT, chosen.get(Facet.UNIT), 1),
            kept(Trait.ASSIGNEE, traits.get(Trait.ASSIGNEE), 0),
            kept(Trait.REGISTRANT, traits.get(Trait.REGISTRANT), 0))
        .flatMap(k -> k)
        .toList();
  }

  public boolean isOpened() {
    return opened;
  }

  /** Opened, or something is asked that the form alone shows. */
  public boolean isShown() {
    return opened || !asked.chosen(Map.of()).wordsAlone();
  }

  public String getOpenUrl() {
    return SearchAddress.advanced(asked);
  }

  private static Stream<Kept> kept(Enum<?> name, Collection<String> codes, int from) {
    return Stream.ofNullable(codes)
        .flatMap(Collection::stream)
        .filter(Objects::nonNull)
        .skip(from)
        .map(code -> new Kept(Asked.name(name), code));
  }

  private Choices trait(Trait trait, List<String> codes) {
    return single(
        Asked.name(trait), codes, asked.narrowing().traits().getOrDefault(trait, Set.of()));
  }

  private Choices single(String name, List<String> codes, Set<String> chosen) {
    var words = new LinkedHashMap<String, String>();
    codes.forEach(code -> words.put(code, texts.of("search." + name + "." + code)));
    return new Choices(name, texts.of("search." + name), options(words, chosen));
  }

  private static List<Option> options(Map<String, String> words, Set<String> chosen) {
    return words.entrySet().stream()
        .map(e -> new Option(e.getKey(), e.getValue(), chosen.contains(e.getKey())))
        .toList();
  }
}
