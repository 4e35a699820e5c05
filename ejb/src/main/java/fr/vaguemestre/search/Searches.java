package fr.vaguemestre.search;

import fr.vaguemestre.access.Loans;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Searching. The index filters by the reader's tokens; the lines are then read through the
 * database's own visibility, so an index that lags can hide a letter, never show one. Nor count
 * one: letters that wait for it and are out of the reader's sight by now are withheld from it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Searches {
  /** How often the index is asked again for one page. */
  private static final int MOST_ROUNDS = 20;

  @Inject SearchIndex index;
  @Inject Correspondences correspondences;
  @Inject Loans loans;
  @Inject IndexLag lag;
  @Inject Organisation organisation;
  @Inject Tenants tenants;
  @Inject Clock clock;

  public SearchResult find(Reader reader, SearchWish wish) {
    var hidden = lag.hiddenFrom(reader);
    if (hidden.isEmpty()) {
      return uncounted(reader, wish);
    }
    var hits = hits(reader, hidden.get(), wish);
    return new SearchResult(
        hits.total(),
        items(hits, lines(reader, hits)),
        hits.next(),
        hits.facets(),
        hits.suggestion(),
        hits.relaxed(),
        false);
  }

  /**
   * When more letters wait than can be looked at: what the index has and the reader does not is
   * withheld and the index asked again, so that neither the cursor nor what is left of the words
   * tells of it.
   */
  private SearchResult uncounted(Reader reader, SearchWish wish) {
    var withheld = new HashSet<Long>();
    for (int round = 0; ; round++) {
      var hits = hits(reader, withheld, wish);
      var lines = lines(reader, hits);
      lines.keySet().removeAll(lag.erased(lines.keySet()));
      boolean whole = lines.size() == hits.items().size();
      if (whole || round == MOST_ROUNDS) {
        var items = items(hits, lines);
        return new SearchResult(
            items.size(),
            items,
            whole ? hits.next() : null,
            Map.of(),
            Optional.empty(),
            whole && hits.relaxed(),
            true);
      }
      hits.items().stream()
          .map(Hits.Hit::id)
          .filter(id -> !lines.containsKey(id))
          .forEach(withheld::add);
    }
  }

  private Hits hits(Reader reader, Set<Long> withheld, SearchWish wish) {
    return index.find(reader.tenant(), loans.searchedBy(reader), withheld, wish);
  }

  private Map<Long, LetterLine> lines(Reader reader, Hits hits) {
    return correspondences.lines(reader, hits.items().stream().map(Hits.Hit::id).toList()).stream()
        .collect(Collectors.toMap(LetterLine::id, Function.identity()));
  }

  private static List<SearchResult.Item> items(Hits hits, Map<Long, LetterLine> lines) {
    return hits.items().stream()
        .filter(hit -> lines.containsKey(hit.id()))
        .map(hit -> new SearchResult.Item(lines.get(hit.id()), hit.snippetHtml()))
        .toList();
  }

  /** What is asked means for this reader, today: the first twenty, with snippets. */
  public SearchWish wish(Reader reader, Asked asked) {
    var narrowing = asked.narrowing();
    if (asked.late()) {
      var yesterday = tenants.current().today(clock).minusDays(1);
      var due = narrowing.periods().getOrDefault(Moment.DEADLINE, new Period(null, null));
      var before = due.until(yesterday);
      narrowing =
          among(narrowing, Trait.OPEN, Trait.YES)
              .within(Moment.DEADLINE, before.from(), before.to());
    }
    if (asked.mine() != null) {
      var trait = asked.mine() == Asked.Mine.ASSIGNED ? Trait.ASSIGNEE : Trait.REGISTRANT;
      narrowing = among(narrowing, trait, reader.login());
    }
    var units = narrowing.chosen().getOrDefault(Facet.UNIT, Set.of());
    if (asked.below() && !units.isEmpty()) {
      var chosen = new EnumMap<Facet, Set<String>>(narrowing.chosen());
      chosen.put(Facet.UNIT, organisation.codesBelow(units));
      narrowing = narrowing.chosen(chosen);
    }
    return SearchWish.of(asked.query()).narrowed(narrowing);
  }

  /** One code more that must hold: with another already asked for, none holds both. */
  private static Narrowing among(Narrowing narrowing, Trait trait, String code) {
    var codes = new HashSet<>(narrowing.traits().getOrDefault(trait, Set.of(code)));
    codes.retainAll(Set.of(code));
    return narrowing.trait(trait, codes.isEmpty() ? Set.of("") : codes);
  }
}
