package fr.vaguemestre.basket;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.correspondence.OfferedAction;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Doing one thing to many letters (CIR3): each goes through the door in its own transaction and has
 * its own result; what stops one stops no other.
 */
@Stateless
public class BulkActions {
  /** The most letters at once. */
  public static final int MOST = 200;

  private static final Logger LOG = Logger.getLogger(BulkActions.class.getName());

  @Inject CorrespondenceActions actions;
  @Inject Correspondences correspondences;
  @Inject BulkStep step;

  /**
   * To how many of these letters each deed is open for this reader; a deed open to none is left
   * out.
   */
  public Map<BulkDeed, Integer> offered(Reader reader, Collection<Long> ids) {
    var open = new EnumMap<BulkDeed, Integer>(BulkDeed.class);
    for (var line : correspondences.lines(reader, ids)) {
      var offers = actions.offered(reader, line.id()).stream().map(OfferedAction::action).toList();
      Stream.of(BulkDeed.values())
          .filter(deed -> deed.action().map(offers::contains).orElseGet(() -> marks(reader, deed)))
          .forEach(deed -> open.merge(deed, 1, Integer::sum));
    }
    return open;
  }

  /**
   * Carries the wish out, letter by letter in the order given.
   *
   * @param each told the result of each letter as it comes
   * @throws Refusal before anything is done, on {@code items} when there is none or too many, on
   *     {@code unit}, {@code reason} or {@code tag} when the deed lacks it
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run(Reader reader, BulkWish wish, Consumer<BulkResult> each) {
    check(wish);
    Map<Long, LetterLine> lines =
        correspondences
            .lines(reader, wish.items().stream().map(BulkWish.Item::id).toList())
            .stream()
            .collect(Collectors.toMap(LetterLine::id, Function.identity()));
    for (var item : wish.items()) {
      var line = lines.get(item.id());
      var refusal = carryOut(reader, item, wish);
      each.accept(
          new BulkResult(
              item.id(),
              line == null ? null : line.chrono(),
              line == null ? null : line.subject(),
              refusal));
    }
  }

  /** What {@link #run} refuses before it begins. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void check(BulkWish wish) {
    var ids = wish.items().stream().map(BulkWish.Item::id).distinct().count();
    if (ids == 0) {
      throw Refusal.field("items", "basket.bulk-none");
    }
    if (ids > MOST || ids < wish.items().size()) {
      throw Refusal.field("items", "basket.bulk-too-many", MOST);
    }
    switch (wish.deed()) {
      case REDIRECT, COPY -> {
        if (blank(wish.unit()) && blank(wish.agent())) {
          throw Refusal.field("unit", "routing.unit-or-agent");
        }
      }
      case CLOSE -> {
        if (blank(wish.reason())) {
          throw Refusal.field("reason", "correspondence.reason-missing");
        }
      }
      case TAG, UNTAG -> {
        if (blank(wish.tag())) {
          throw Refusal.field("tag", "filing.tag-empty");
        }
      }
      case SIGN -> throw Refusal.field("action", "basket.bulk-unknown", wish.deed().path());
      default -> {}
    }
  }

  private Refusal carryOut(Reader reader, BulkWish.Item item, BulkWish wish) {
    try {
      step.carryOut(reader, item, wish);
      return null;
    } catch (Refusal refused) {
      return refused;
    } catch (EJBException | OptimisticLockException e) {
      return told(e, item);
    }
  }

  private static Refusal told(RuntimeException e, BulkWish.Item item) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException) {
        return Refusal.stale();
      }
    }
    LOG.log(Level.SEVERE, e, () -> "A deed on many letters failed on letter " + item.id());
    return Refusal.of(Refusal.Kind.CONFLICT, "basket.bulk-failed");
  }

  private static boolean marks(Reader reader, BulkDeed deed) {
    return deed != BulkDeed.TAG && deed != BulkDeed.UNTAG || reader.may(Right.NOTE);
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
