package fr.vaguemestre.web.search;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.search.Asked;
import fr.vaguemestre.search.Facet;
import fr.vaguemestre.search.RecentSearches;
import fr.vaguemestre.search.SearchExports;
import fr.vaguemestre.search.SearchResult;
import fr.vaguemestre.search.Searches;
import fr.vaguemestre.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** search.xhtml: everything asked is in the address. */
@Named
@RequestScoped
public class SearchScreen {
  private static final int SHOWN = 8;
  private static final int MOST = 50;
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
  @Inject RecentSearches recents;
  @Inject CurrentReader reader;
  @Inject FacetLabels labels;
  @Inject TypedUnits units;
  @Inject Texts texts;
  @Inject HttpServletRequest request;
  private SearchAddress address;
  private SearchResult result;

  /**
   * A facet, and its codes with most letters first; the chosen ones are always among {@code
   * values}, {@code more} are those shown when asked for.
   */
  public record Group(String name, List<Choice> values, List<Choice> more) {}

  /** One code; {@code url} chooses it, or takes the choice back. */
  public record Choice(String label, long count, boolean on, String url) {}

  @PostConstruct
  void find() {
    address = SearchAddress.of(request).units(units::code);
    var asking = reader.get();
    result =
        searches.find(
            asking, searches.wish(asking, address.asked()).after(address.after()).facets());
    if (address.after() == null) {
      recents.add(asking, address.asked());
    }
  }

  public SearchResult getResult() {
    return result;
  }

  public Asked getAsked() {
    return address.asked();
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
    return address.asked().wordsAlone() ? null : address.alone().url();
  }

  /** Where this search is given a name; null when nothing is asked. */
  public String getKeepUrl() {
    var text = address.asked().text();
    return text.isEmpty()
        ? null
        : "/search/kept.xhtml?asked=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Everything asked, for a form to send again. */
  public List<Map.Entry<String, String>> getParameters() {
    return address.asked().parameters();
  }

  /** The kinds of file that take all that was found. */
  public List<String> getFormats() {
    return result.total() == 0
        ? List.of()
        : Stream.of(SearchExports.Format.values())
            .filter(format -> result.total() <= format.most())
            .map(Asked::name)
            .toList();
  }

  /** Why no file was made; null when nothing says so. */
  public String getUnmade() {
    var format = SearchExports.Format.called(request.getParameter("unmade"));
    if (format == null) {
      return null;
    }
    var why = String.valueOf(request.getParameter("why"));
    var known = why.startsWith("search.export-") && texts.containsKey(why);
    return texts.of(known ? why : "search.export-failed", result.total(), format.most());
  }

  public List<Group> getGroups() {
    return ORDER.stream().map(this::group).filter(group -> !group.values().isEmpty()).toList();
  }

  /** Tags of the letters found, those with most letters first: nothing of letters out of sight. */
  public List<String> getTags() {
    return result.facets().getOrDefault(Facet.TAG, Map.of()).entrySet().stream()
        .sorted(order(Facet.TAG))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Units of the letters found, code and name, those with most letters first. */
  public List<Map.Entry<String, String>> getUnits() {
    var codes =
        result.facets().getOrDefault(Facet.UNIT, Map.of()).entrySet().stream()
            .sorted(order(Facet.UNIT))
            .limit(MOST)
            .map(Map.Entry::getKey)
            .toList();
    return List.copyOf(labels.of(Facet.UNIT, codes).entrySet());
  }

  private Group group(Facet facet) {
    var counts = new HashMap<>(result.facets().getOrDefault(facet, Map.of()));
    address
        .asked()
        .narrowing()
        .chosen()
        .getOrDefault(facet, Set.of())
        .forEach(c -> counts.putIfAbsent(c, 0L));
    var all = counts.entrySet().stream().sorted(order(facet)).map(Map.Entry::getKey).toList();
    var chosen = all.stream().filter(code -> address.has(facet, code));
    var shown = Stream.concat(all.stream().limit(SHOWN), chosen).distinct().toList();
    var more = all.stream().limit(MOST).filter(code -> !shown.contains(code)).toList();
    var words = labels.of(facet, Stream.concat(shown.stream(), more.stream()).toList());
    return new Group(
        Asked.name(facet),
        shown.stream().map(code -> choice(facet, code, words, counts)).toList(),
        more.stream().map(code -> choice(facet, code, words, counts)).toList());
  }

  private Choice choice(
      Facet facet, String code, Map<String, String> words, Map<String, Long> counts) {
    return new Choice(
        words.get(code),
        counts.get(code),
        address.has(facet, code),
        address.toggled(facet, code).url());
  }

  private static Comparator<Map.Entry<String, Long>> order(Facet facet) {
    return facet == Facet.YEAR
        ? Map.Entry.<String, Long>comparingByKey().reversed()
        : Map.Entry.<String, Long>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey());
  }
}
