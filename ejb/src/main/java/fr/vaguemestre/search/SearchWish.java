package fr.vaguemestre.search;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What a reader asks. A blank query finds every letter the reader may see, newest first.
 *
 * @param query as typed, see {@link Wording}
 * @param chosen codes by facet: one of the codes of each facet named
 * @param from first day of arrival, or null
 * @param to last day of arrival, or null
 * @param after {@link Hits#next} of the page before, or null
 * @param limit letters on a page, 1 to 1,000
 */
public record SearchWish(
    String query,
    Map<Facet, Set<String>> chosen,
    LocalDate from,
    LocalDate to,
    String after,
    int limit,
    boolean withSnippets,
    boolean withFacets) {

  public static final int MOST = 1000;

  public SearchWish {
    query = query == null ? "" : query;
    chosen = Map.copyOf(chosen);
    limit = Math.clamp(limit, 1, MOST);
  }

  /** The first twenty, with snippets, without facets. */
  public static SearchWish of(String query) {
    return new SearchWish(query, Map.of(), null, null, null, 20, true, false);
  }

  public SearchWish limit(int most) {
    return new SearchWish(query, chosen, from, to, after, most, withSnippets, withFacets);
  }

  public SearchWish after(String cursor) {
    return new SearchWish(query, chosen, from, to, cursor, limit, withSnippets, withFacets);
  }

  public SearchWish facets() {
    return new SearchWish(query, chosen, from, to, after, limit, withSnippets, true);
  }

  public SearchWish chosen(Map<Facet, Set<String>> codes) {
    return new SearchWish(query, codes, from, to, after, limit, withSnippets, withFacets);
  }

  public SearchWish arrived(LocalDate first, LocalDate last) {
    return new SearchWish(query, chosen, first, last, after, limit, withSnippets, withFacets);
  }

  public SearchWish withoutSnippets() {
    return new SearchWish(query, chosen, from, to, after, limit, false, withFacets);
  }
}
