package fr.vaguemestre.search;

import fr.vaguemestre.correspondence.LetterLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of a search. {@code total} is exact; {@code relaxed}: no letter had all the words.
 * Facets count codes.
 */
public record SearchResult(
    long total,
    List<Item> items,
    String next,
    Map<Facet, Map<String, Long>> facets,
    Optional<String> suggestion,
    boolean relaxed) {
  /**
   * A letter found, with the words around what was found: escaped HTML whose only tag is {@code
   * <mark>}.
   */
  public record Item(LetterLine letter, String snippetHtml) {}
}
