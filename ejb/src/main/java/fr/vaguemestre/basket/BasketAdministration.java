package fr.vaguemestre.basket;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Makes a town's baskets; what each would hold can be seen before it is kept. */
@Stateless
public class BasketAdministration {
  private static final int SHOWN = 8;

  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject Correspondences correspondences;
  @Inject BasketCounters counters;
  @Inject RuleCodes codes;
  @Inject Organisation organisation;
  @Inject Readers readers;
  @Inject Journal journal;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** A basket as its screen opens it, with the version seen. */
  public record Kept(BasketWish basket, long version) {}

  /** A group a basket may be given to. */
  public record Group(String code, String label) {}

  /**
   * What a rule would hold: how many letters, {@link BasketCounters#MOST} for that many or more,
   * and the first of them.
   */
  public record Preview(long count, List<LetterLine> first) {}

  public List<Kept> all(Reader reader) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    return em.createQuery("select b from Basket b order by b.position, b.id", Basket.class)
        .getResultStream()
        .map(this::kept)
        .toList();
  }

  public Kept one(Reader reader, String code) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    return find(code).map(this::kept).orElseThrow(Refusal::notFound);
  }

  public List<Group> groups(Reader reader) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    return database.list(
        sql("select code, label from privilege_group order by label"),
        row -> new Group(row.text("code"), row.text("label")));
  }

  /**
   * Makes the basket, or changes it when its code exists.
   *
   * @param seenVersion the version that was changed, null for a new basket
   */
  public void save(Reader reader, @Valid BasketWish wish, Long seenVersion) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    wish.rule().check();
    codes.check(wish.rule().root());
    var known = find(wish.code());
    if (known.isPresent() && seenVersion == null) {
      throw Refusal.field("code", "basket.code-taken", wish.code());
    }
    known.ifPresent(b -> refuseStale(b, seenVersion));
    write(known.orElseGet(() -> new Basket(wish.code())), wish);
    readers.organisationChanged();
    journal.administration(reader, "SAVE_BASKET", wish.code());
  }

  /** Takes the basket away; the letters it showed stay where they are. */
  public void remove(Reader reader, String code, long seenVersion) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    var basket = find(code).orElseThrow(Refusal::notFound);
    refuseStale(basket, seenVersion);
    em.remove(basket);
    readers.organisationChanged();
    journal.administration(reader, "REMOVE_BASKET", code);
  }

  /**
   * What a rule would hold for an agent, of the letters that this reader sees too (O8).
   *
   * @param login the agent; null for the reader
   * @throws Refusal on the field {@code agent} or {@code rule}
   */
  public Preview preview(
      Reader reader, BasketRule rule, BasketOrder order, boolean descending, String login) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    rule.check();
    codes.check(rule.root());
    var whose = login == null ? reader : agent(login);
    var held = BasketCounters.held(whose, rule, tenants.current().today(clock));
    var seen = sql("").add(held).add("and").add(Visibility.condition("c", reader));
    return new Preview(
        counters.count(seen), correspondences.lines(reader, held, order.by(descending), SHOWN));
  }

  /** The baskets a new town starts with. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void installUsual() {
    UsualBaskets.wishes().forEach(wish -> write(new Basket(wish.code()), wish));
  }

  private void write(Basket basket, BasketWish wish) {
    basket.describe(wish);
    em.persist(basket);
    em.flush();
    database.update(sql("delete from basket_group where basket_id = ?", basket.id()));
    int found =
        database.update(
            sql(
                "insert into basket_group (basket_id, group_id) select ?, g.id from privilege_group g where g.code = any(?)",
                basket.id(),
                wish.groups()));
    if (found != wish.groups().stream().distinct().count()) {
      throw Refusal.field("groups", "basket.unknown-group");
    }
  }

  private Kept kept(Basket basket) {
    return new Kept(
        basket.wish(
            database.list(
                sql(
                    "select g.code from basket_group x join privilege_group g on g.tenant_id = x.tenant_id and g.id = x.group_id"
                        + " where x.basket_id = ? order by g.code",
                    basket.id()),
                row -> row.text("code"))),
        basket.version());
  }

  private Reader agent(String login) {
    return organisation
        .agent(login)
        .filter(Agent::active)
        .flatMap(a -> readers.of(a.id()))
        .orElseThrow(() -> Refusal.field("agent", "organisation.unknown-agent", login));
  }

  private Optional<Basket> find(String code) {
    return em.createQuery("select b from Basket b where b.code = :code", Basket.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  private static void refuseStale(Basket basket, Long seen) {
    if (seen == null || seen != basket.version()) {
      throw Refusal.stale();
    }
  }
}
