package fr.vaguemestre.basket;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The baskets of a reader, their counters and their pages. */
@Stateless
public class Baskets {
  private static final int LARGEST_PAGE = 200;

  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject Correspondences correspondences;
  @Inject BasketCounters counters;
  @Inject Tenants tenants;
  @Inject LentBaskets lent;
  @Inject Clock clock;

  /** The reader's baskets with their counters. */
  public List<BasketLine> of(Reader reader) {
    return counters.of(reader, open(reader), today());
  }

  /**
   * A page of a basket.
   *
   * @param after the cursor given with the page before, null for the first
   * @param limit 1 to 200
   */
  public BasketPage page(Reader reader, String code, String after, int limit) {
    var basket =
        open(reader).stream()
            .filter(b -> b.code().equals(code))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    var rule = LentBaskets.condition(basket, reader, today());
    var total = counters.count(LentBaskets.held(basket, reader, today()));
    if (after != null && !after.isBlank()) {
      rule.add("and").add(basket.order().beyond(after, basket.descending()));
    }
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    var lines =
        correspondences.lines(reader, rule, basket.order().by(basket.descending()), size + 1);
    var items = lines.size() > size ? lines.subList(0, size) : lines;
    return new BasketPage(
        basket.code(),
        basket.label(),
        basket.columns(),
        basket.opening(),
        total,
        List.copyOf(items),
        lent.inPlaceOf(basket, reader, today(), items.stream().map(LetterLine::id).toList()),
        lines.size() > size ? basket.order().after(items.getLast()) : null);
  }

  /** The baskets of a reader, in the order of the rail: those of their rights and groups. */
  private List<Basket> open(Reader reader) {
    var others =
        new HashSet<>(
            database.list(
                sql(
                    """
                    select x.basket_id from basket_group x
                      left join agent_group g on g.tenant_id = x.tenant_id and g.group_id = x.group_id and g.agent_id = ?
                     group by x.basket_id having count(g.agent_id) = 0
                    """,
                    reader.agent()),
                row -> row.number("basket_id")));
    return em.createQuery("select b from Basket b order by b.position, b.id", Basket.class)
        .getResultStream()
        .filter(b -> b.openTo(reader) && !others.contains(b.id()) || LentBaskets.lentTo(b, reader))
        .toList();
  }

  /** The rule of each basket of the town, by code. */
  public Map<String, BasketRule> rules() {
    return em.createQuery("select b from Basket b", Basket.class)
        .getResultStream()
        .collect(Collectors.toMap(Basket::code, Basket::rule));
  }

  /** The baskets an agent may share while absent, in their order: code and label. */
  public Map<String, String> shareable(Reader absent) {
    return open(absent.alone()).stream()
        .filter(LentBaskets::lendable)
        .collect(
            Collectors.toMap(Basket::code, Basket::label, (one, same) -> one, LinkedHashMap::new));
  }

  public LocalDate today() {
    return tenants.current().today(clock);
  }
}
