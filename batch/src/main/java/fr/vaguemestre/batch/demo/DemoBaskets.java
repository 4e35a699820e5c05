package fr.vaguemestre.batch.demo;

import static fr.vaguemestre.basket.RuleNode.all;
import static fr.vaguemestre.basket.RuleNode.is;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.basket.Basket;
import fr.vaguemestre.basket.BasketAdministration;
import fr.vaguemestre.basket.BasketColour;
import fr.vaguemestre.basket.BasketColumn;
import fr.vaguemestre.basket.BasketOrder;
import fr.vaguemestre.basket.BasketRule;
import fr.vaguemestre.basket.BasketWish;
import fr.vaguemestre.basket.Baskets;
import fr.vaguemestre.basket.Criterion;
import fr.vaguemestre.basket.RuleNode;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.filing.Marks;
import fr.vaguemestre.filing.Tags;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The baskets a demo town made for itself, as its administrator would on the screen, and what an
 * assistant has marked and tagged since.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoBaskets {
  @Inject BasketAdministration administration;
  @Inject Baskets baskets;
  @Inject Marks marks;
  @Inject Tags tags;

  /** To be called once the town has its priorities; again, it changes nothing. */
  public void install(Reader founder) {
    if (administration.all(founder).stream().anyMatch(b -> b.basket().code().equals("URGENT"))) {
      return;
    }
    var urgent = is(Criterion.PRIORITY, "URGENTE", "TRES_URGENTE");
    var soon = new RuleNode.Any(List.of(is(Criterion.LATE), is(Criterion.DUE_WITHIN, "3")));
    save(
        founder,
        "URGENT",
        "Urgents",
        Basket.Section.DIRECTION,
        all(is(Criterion.MY_BRANCH), new RuleNode.Any(List.of(urgent, soon))),
        Action.REDIRECT,
        BasketColour.LATE);
    save(
        founder,
        "NEW_TO_ME",
        "Pas encore ouverts",
        Basket.Section.MINE,
        all(is(Criterion.TO_ME), is(Criterion.UNREAD)),
        null,
        BasketColour.INFO);
  }

  /** Once there are letters: some of what this reader has to process is read, followed, tagged. */
  public void mark(Reader reader) {
    var letters =
        baskets.page(reader, "TO_PROCESS", null, 6).items().stream().map(LetterLine::id).toList();
    letters.stream().skip(2).forEach(id -> marks.read(reader, id));
    letters.stream()
        .limit(1)
        .forEach(
            id -> {
              marks.follow(reader, id);
              tags.add(reader, id, "riverains");
            });
    letters.stream().skip(1).limit(1).forEach(id -> tags.add(reader, id, "associations"));
  }

  private void save(
      Reader founder,
      String code,
      String label,
      Basket.Section section,
      RuleNode rule,
      Action opening,
      BasketColour colour) {
    administration.save(
        founder,
        new BasketWish(
            code,
            label,
            section,
            40,
            null,
            List.of(),
            new BasketRule(rule, false),
            List.of(
                BasketColumn.DEADLINE,
                BasketColumn.SENDER,
                BasketColumn.PRIORITY,
                BasketColumn.STATE,
                BasketColumn.CHRONO,
                BasketColumn.HOLDER,
                BasketColumn.TAGS),
            BasketOrder.DEADLINE,
            false,
            opening,
            colour),
        null);
  }
}
