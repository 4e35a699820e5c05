package fr.vaguemestre.search;

import fr.vaguemestre.access.Loans;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Searching. The index filters by the reader's tokens; the lines are then read through the
 * database's own visibility, so an index that lags can hide a letter, never show one.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Searches {
  @Inject SearchIndex index;
  @Inject Correspondences correspondences;
  @Inject Loans loans;

  public SearchResult find(Reader reader, SearchWish wish) {
    var hits = index.find(reader.tenant(), loans.searchedBy(reader), wish);
    var lines =
        correspondences.lines(reader, hits.items().stream().map(Hits.Hit::id).toList()).stream()
            .collect(Collectors.toMap(LetterLine::id, Function.identity()));
    var items =
        hits.items().stream()
            .filter(hit -> lines.containsKey(hit.id()))
            .map(hit -> new SearchResult.Item(lines.get(hit.id()), hit.snippetHtml()))
            .toList();
    return new SearchResult(
        hits.total(), items, hits.next(), hits.facets(), hits.suggestion(), hits.relaxed());
  }
}
