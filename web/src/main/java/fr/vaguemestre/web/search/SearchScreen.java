package fr.vaguemestre.web.search;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.search.Facet;
import fr.vaguemestre.search.SearchResult;
import fr.vaguemestre.search.Searches;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** search.xhtml: everything asked is in the address. */
@Named
@RequestScoped
public class SearchScreen {
  private static final int SIZE = 20;
  private static final int SHOWN = 8;
  private static final List<Facet> ORDER =
      List.of(
          Facet.TYPE,
          Facet.STATE,
          Facet.UNIT,
          Facet.YEAR,
          Facet.PRIORITY,
          Facet.CHANNEL,
          Facet.TAG);

  @Inject Searches searches;
  @Inject CurrentReader reader;
  @Inject FacetLabels labels;
  @Inject HttpServletRequest request;
  private SearchAddress address;
  private SearchResult result;

  /** A facet, and its codes with most letters first; the chosen ones are always there. */
  public record Group(String name, List<Choice> values) {}

  /** One code; {@code url} chooses it, or takes the choice back. */
  public record Choice(String label, long count, boolean on, String url) {}

  /** A facet already chosen, to be carried along by the form of dates. */
  public record Kept(String name, String code) {}

  @PostConstruct
  void find() {
    address = SearchAddress.of(request);
    result = searches.find(reader.get(), address.wish(SIZE));
  }

  public SearchResult getResult() {
    return result;
  }

  public SearchAddress getAsked() {
    return address;
  }

  public String getSuggestion() {
    return result.suggestion().orElse(null);
  }

  public String getSuggestionUrl() {
    return result.suggestion().map(words -> address.asking(words).url()).orElse(null);
  }

  public String getNextUrl() {
    return result.next() == null ? null : address.page(result.next()).url();
  }

  /** Back to the first page; null there. */
  public String getFirstUrl() {
    return address.after() == null ? null : address.page(null).url();
  }

  /** The same words with nothing chosen; null when nothing is. */
  public String getAllUrl() {
    return address.narrowed() ? address.alone().url() : null;
  }

  public List<Kept> getKept() {
    return address.chosen().entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(c -> new Kept(SearchAddress.name(e.getKey()), c)))
        .toList();
  }

  public List<Group> getGroups() {
    return ORDER.stream()
        .map(facet -> new Group(SearchAddress.name(facet), choices(facet)))
        .filter(group -> !group.values().isEmpty())
        .toList();
  }

  private List<Choice> choices(Facet facet) {
    var counts = new HashMap<>(result.facets().getOrDefault(facet, Map.of()));
    address
        .chosen()
        .getOrDefault(facet, java.util.Set.of())
        .forEach(c -> counts.putIfAbsent(c, 0L));
    var order = order(facet);
    var most = counts.entrySet().stream().sorted(order).limit(SHOWN);
    var chosen =
        counts.entrySet().stream().filter(e -> address.has(facet, e.getKey())).sorted(order);
    return Stream.concat(most, chosen)
        .distinct()
        .map(
            e ->
                new Choice(
                    labels.label(facet, e.getKey()),
                    e.getValue(),
                    address.has(facet, e.getKey()),
                    address.toggled(facet, e.getKey()).url()))
        .toList();
  }

  private static Comparator<Map.Entry<String, Long>> order(Facet facet) {
    return facet == Facet.YEAR
        ? Map.Entry.<String, Long>comparingByKey().reversed()
        : Map.Entry.<String, Long>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey());
  }
}
