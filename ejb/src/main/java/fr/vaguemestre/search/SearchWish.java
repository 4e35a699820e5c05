package fr.vaguemestre.search;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What a reader asks. A blank query finds every letter the reader may see, newest first.
 *
 * @param query as typed, see {@link Wording}
 * @param narrowing what else is asked of the letters
 * @param after {@link Hits#next} of the page before, or null
 * @param limit letters on a page, 1 to 1,000
 */
public record SearchWish(
    String query,
    Narrowing narrowing,
    String after,
    int limit,
    boolean withSnippets,
    boolean withFacets) {

  public static final int MOST = 1000;

  public SearchWish {
    query = query == null ? "" : query;
    limit = Math.clamp(limit, 1, MOST);
  }

  /** The first twenty, with snippets, without facets. */
  public static SearchWish of(String query) {
    return new SearchWish(query, Narrowing.NONE, null, 20, true, false);
  }

  public SearchWish limit(int most) {
    return new SearchWish(query, narrowing, after, most, withSnippets, withFacets);
  }

  public SearchWish after(String cursor) {
    return new SearchWish(query, narrowing, cursor, limit, withSnippets, withFacets);
  }

  public SearchWish facets() {
    return new SearchWish(query, narrowing, after, limit, withSnippets, true);
  }

  public SearchWish narrowed(Narrowing further) {
    return new SearchWish(query, further, after, limit, withSnippets, withFacets);
  }

  public SearchWish chosen(Map<Facet, Set<String>> codes) {
    return narrowed(narrowing.chosen(codes));
  }

  public SearchWish arrived(LocalDate first, LocalDate last) {
    return narrowed(narrowing.within(Moment.ARRIVAL, first, last));
  }

  public SearchWish withoutSnippets() {
    return new SearchWish(query, narrowing, after, limit, false, withFacets);
  }
}
