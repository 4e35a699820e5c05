package fr.vaguemestre.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of what was found, best first; letters of one score by id, highest first.
 *
 * @param total exact count over all pages
 * @param next cursor of the next page, null on the last; good as long as the index lives, though a
 *     letter written in between may be shown twice or missed
 * @param facets counts by code over all pages, empty unless asked for; a facet's own choice does
 *     not narrow its counts
 * @param suggestion the query with misspelt words replaced by words of letters this reader may see
 * @param relaxed no letter had all the words: these have at least half of them
 */
public record Hits(
    long total,
    List<Hit> items,
    String next,
    Map<Facet, Map<String, Long>> facets,
    Optional<String> suggestion,
    boolean relaxed) {

  public static final Hits NONE = new Hits(0, List.of(), null, Map.of(), Optional.empty(), false);

  /**
   * @param snippetHtml escaped, the only tag is {@code <mark>}; empty unless asked for
   */
  public record Hit(long id, float score, String snippetHtml) {}
}
