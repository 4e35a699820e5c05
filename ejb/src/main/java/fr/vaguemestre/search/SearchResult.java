package fr.vaguemestre.search;

import fr.vaguemestre.correspondence.LetterLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of a search. {@code total} is exact; {@code relaxed}: no letter had all the words.
 * Facets count codes.
 *
 * @param approximate the index lags too far behind for counts that tell nothing of letters out of
 *     sight: {@code total} is of this page alone, there are neither facets nor a suggestion
 */
public record SearchResult(
    long total,
    List<Item> items,
    String next,
    Map<Facet, Map<String, Long>> facets,
    Optional<String> suggestion,
    boolean relaxed,
    boolean approximate) {
  /**
   * A letter found, with the words around what was found: escaped HTML whose only tag is {@code
   * <mark>}.
   */
  public record Item(LetterLine letter, String snippetHtml) {}
}
