package fr.vaguemestre.basket;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.Visibility;
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
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** The baskets of a reader, their counters and their pages. */
@Stateless
public class Baskets {
  private static final int LARGEST_PAGE = 200;
  private static final String NO_DEADLINE = "9999-12-31";

  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject Correspondences correspondences;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /**
   * The reader's baskets with their counters, all counted in one pass over the open letters they
   * see.
   */
  public List<BasketLine> of(Reader reader) {
    var baskets = open(reader);
    if (baskets.isEmpty()) {
      return List.of();
    }
    var today = today();
    var counting = sql("select");
    for (int i = 0; i < baskets.size(); i++) {
      var condition = baskets.get(i).rule().condition(reader, today);
      counting
          .add(i == 0 ? "count(*) filter (where" : ", count(*) filter (where")
          .add(condition)
          .add(") as n" + i);
      counting
          .add(", count(*) filter (where c.deadline < ? and", today)
          .add(condition)
          .add(") as l" + i);
    }
    counting
        .add("from correspondence c where not c.closed and")
        .add(Visibility.condition("c", reader));
    return database
        .first(
            counting,
            row -> {
              var lines = new ArrayList<BasketLine>();
              for (int i = 0; i < baskets.size(); i++) {
                var basket = baskets.get(i);
                lines.add(
                    new BasketLine(
                        basket.code(),
                        basket.label(),
                        basket.section(),
                        row.number("n" + i),
                        row.number("l" + i)));
              }
              return lines;
            })
        .orElseThrow();
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
    var rule = basket.rule().condition(reader, today());
    long total =
        database.count(
            sql("select count(*) as count from correspondence c where")
                .add(Visibility.condition("c", reader))
                .add("and")
                .add(rule));
    var condition = sql("true").add("and").add(rule);
    if (after != null && !after.isBlank()) {
      var cursor = Cursor.parse(after);
      condition.add(
          "and (coalesce(c.deadline, date '" + NO_DEADLINE + "'), c.id) > (?, ?)",
          cursor.deadline(),
          cursor.id());
    }
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    var lines =
        correspondences.lines(
            reader, condition, "coalesce(c.deadline, date '" + NO_DEADLINE + "'), c.id", size + 1);
    var items = lines.size() > size ? lines.subList(0, size) : lines;
    var next = lines.size() > size ? Cursor.of(items.getLast()).toString() : null;
    return new BasketPage(basket.code(), basket.label(), total, List.copyOf(items), next);
  }

  /** The baskets a new town starts with. */
  public void installUsual() {
    int at = 0;
    for (var basket :
        List.of(
            mine("TO_QUALIFY", "À qualifier", at++, null, BasketScope.TO_ME, "TO_QUALIFY"),
            mine("TO_PROCESS", "À traiter", at++, null, BasketScope.TO_ME, "TO_PROCESS"),
            mine(
                "CONTRIBUTIONS_TO_GIVE",
                "Contributions à donner",
                at++,
                null,
                BasketScope.CONTRIBUTION_TO_GIVE),
            mine(
                "CONTRIBUTIONS_AWAITED",
                "Contributions attendues",
                at++,
                null,
                BasketScope.CONTRIBUTION_AWAITED),
            mine("TO_VISA", "À viser", at++, Right.VISA, BasketScope.TO_VISA),
            mine("TO_SIGN", "À signer", at++, Right.SIGN, BasketScope.TO_SIGN),
            mine("TO_SEND", "À envoyer", at++, null, BasketScope.TO_ME, "TO_SEND"),
            mine("IN_COPY", "En copie", at++, null, BasketScope.IN_COPY),
            mine(
                "OUT_OF_CIRCUIT",
                "Hors circuit",
                at++,
                Right.REGISTER_SENSITIVE,
                BasketScope.VISIBLE,
                "OUT_OF_CIRCUIT"),
            new Basket(
                "MY_DIRECTION",
                "Courriers de ma direction",
                Basket.Section.DIRECTION,
                at++,
                null,
                new BasketRule(BasketScope.MY_BRANCH, List.of(), false, false)),
            new Basket(
                "LATE",
                "En retard",
                Basket.Section.DIRECTION,
                at,
                null,
                new BasketRule(BasketScope.MY_BRANCH, List.of(), true, false)))) {
      em.persist(basket);
    }
  }

  private static Basket mine(
      String code, String label, int position, Right right, BasketScope scope, String... states) {
    return new Basket(
        code,
        label,
        Basket.Section.MINE,
        position,
        right,
        new BasketRule(scope, List.of(states), false, false));
  }

  private List<Basket> open(Reader reader) {
    return em.createQuery("select b from Basket b order by b.position", Basket.class)
        .getResultStream()
        .filter(b -> b.openTo(reader))
        .toList();
  }

  private LocalDate today() {
    return tenants.current().today(clock);
  }

  /** Where a page ended: deadline and id of its last letter. */
  private record Cursor(LocalDate deadline, long id) {
    static Cursor of(LetterLine line) {
      return new Cursor(
          line.deadline() == null ? LocalDate.parse(NO_DEADLINE) : line.deadline(), line.id());
    }

    static Cursor parse(String text) {
      try {
        int cut = text.lastIndexOf('_');
        return new Cursor(
            LocalDate.parse(text.substring(0, cut)), Long.parseLong(text.substring(cut + 1)));
      } catch (DateTimeParseException | NumberFormatException | IndexOutOfBoundsException e) {
        throw Refusal.field("after", "basket.cursor");
      }
    }

    @Override
    public String toString() {
      return deadline + "_" + id;
    }
  }
}
