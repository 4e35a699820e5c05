package fr.vaguemestre.api.search;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.correspondence.LetterItem;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.InvalidFields;
import fr.vaguemestre.search.Facet;
import fr.vaguemestre.search.SearchResult;
import fr.vaguemestre.search.SearchWish;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finding letters by what they say. */
@RequestScoped
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
  @Inject CurrentReader reader;
  @Inject Searches searches;
  @Context UriInfo address;

  /**
   * What was found. {@code facets} count codes, empty unless asked for; {@code suggestion} is a
   * better spelling or null; {@code relaxed}: no letter had all the words.
   */
  public record Found(
      long total,
      List<LetterItem> items,
      String next,
      Map<String, Map<String, Long>> facets,
      String suggestion,
      boolean relaxed) {}

  /**
   * {@code q}, {@code after}, {@code limit} (100 at most), {@code from} and {@code to} (days of
   * arrival), {@code facets=true}, and a choice by facet: {@code type}, {@code state}, {@code
   * unit}, {@code priority}, {@code year}, {@code channel}, {@code tag}, each repeatable.
   */
  @GET
  public Found search() {
    var query = address.getQueryParameters();
    var wish =
        new SearchWish(
            query.getFirst("q"),
            chosen(query),
            day(query, "from"),
            day(query, "to"),
            query.getFirst("after"),
            Math.min(100, Ids.limit(query.getFirst("limit"), 20)),
            true,
            Boolean.parseBoolean(query.getFirst("facets")));
    return found(searches.find(reader.get(), wish));
  }

  private static Found found(SearchResult result) {
    var facets = new TreeMap<String, Map<String, Long>>();
    result.facets().forEach((facet, counts) -> facets.put(name(facet), counts));
    return new Found(
        result.total(),
        result.items().stream()
            .map(item -> LetterItem.found(item.letter(), item.snippetHtml()))
            .toList(),
        result.next(),
        facets,
        result.suggestion().orElse(null),
        result.relaxed());
  }

  private static Map<Facet, Set<String>> chosen(MultivaluedMap<String, String> query) {
    var chosen = new EnumMap<Facet, Set<String>>(Facet.class);
    for (var facet : Facet.values()) {
      var codes = query.get(name(facet));
      if (codes != null) {
        chosen.put(facet, new HashSet<>(codes));
      }
    }
    return chosen;
  }

  private static String name(Facet facet) {
    return facet.name().toLowerCase(Locale.ROOT);
  }

  private static LocalDate day(MultivaluedMap<String, String> query, String name) {
    var text = query.getFirst(name);
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidFields(name, "field.not-date");
    }
  }
}
