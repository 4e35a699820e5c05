package fr.vaguemestre.api.search;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.correspondence.LetterItem;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.InvalidFields;
import fr.vaguemestre.search.Asked;
import fr.vaguemestre.search.KeptSearches;
import fr.vaguemestre.search.SearchResult;
import fr.vaguemestre.search.Searches;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finding letters by what they say. */
@RequestScoped
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
  @Inject CurrentReader reader;
  @Inject Searches searches;
  @Inject KeptSearches keptSearches;
  @Context UriInfo address;

  /**
   * What was found. {@code facets} count codes, empty unless asked for; {@code suggestion} is a
   * better spelling or null; {@code relaxed}: no letter had all the words; {@code approximate}: the
   * index lags, the total is of this page alone.
   */
  public record Found(
      long total,
      List<LetterItem> items,
      String next,
      Map<String, Map<String, Long>> facets,
      String suggestion,
      boolean relaxed,
      boolean approximate) {}

  /**
   * The parameters of {@link Asked}, {@code after}, {@code limit} (100 at most), {@code
   * facets=true}; {@code kept}, the id of a kept search, takes the place of what is asked.
   */
  @GET
  public Found search() {
    var query = address.getQueryParameters();
    var caller = reader.get();
    var kept = query.getFirst("kept");
    var asked = kept == null ? asked(query) : keptSearches.one(caller, Ids.of(kept)).asked();
    var wish =
        searches
            .wish(caller, asked)
            .after(query.getFirst("after"))
            .limit(Math.min(100, Ids.limit(query.getFirst("limit"), 20)));
    return found(
        searches.find(
            caller, Boolean.parseBoolean(query.getFirst("facets")) ? wish.facets() : wish));
  }

  private static Asked asked(MultivaluedMap<String, String> query) {
    return Asked.of(
        query::get,
        name -> {
          throw new InvalidFields(name, "field.not-date");
        });
  }

  private static Found found(SearchResult result) {
    var facets = new TreeMap<String, Map<String, Long>>();
    result.facets().forEach((facet, counts) -> facets.put(Asked.name(facet), counts));
    return new Found(
        result.total(),
        result.items().stream()
            .map(item -> LetterItem.found(item.letter(), item.snippetHtml()))
            .toList(),
        result.next(),
        facets,
        result.suggestion().orElse(null),
        result.relaxed(),
        result.approximate());
  }
}
