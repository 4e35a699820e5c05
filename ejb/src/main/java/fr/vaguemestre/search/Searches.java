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
  @Inject SearchIndex index;
  @Inject Correspondences correspondences;
  @Inject Loans loans;
  @Inject IndexLag lag;
  @Inject Organisation organisation;
  @Inject Tenants tenants;
  @Inject Clock clock;

  public SearchResult find(Reader reader, SearchWish wish) {
    var hidden = lag.hiddenFrom(reader);
    var hits = index.find(reader.tenant(), loans.searchedBy(reader), hidden.orElse(Set.of()), wish);
    var lines =
        correspondences.lines(reader, hits.items().stream().map(Hits.Hit::id).toList()).stream()
            .collect(Collectors.toMap(LetterLine::id, Function.identity()));
    var items =
        hits.items().stream()
            .filter(hit -> lines.containsKey(hit.id()))
            .map(hit -> new SearchResult.Item(lines.get(hit.id()), hit.snippetHtml()))
            .toList();
    return hidden.isEmpty()
        ? new SearchResult(
            items.size(), items, hits.next(), Map.of(), Optional.empty(), false, true)
        : new SearchResult(
            hits.total(),
            items,
            hits.next(),
            hits.facets(),
            hits.suggestion(),
            hits.relaxed(),
            false);
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
