package fr.vaguemestre.dispatch;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Replies said to be posted, each sent through the door in a transaction of its own: what stops one
 * stops no other, and a crash leaves those waiting that were not reached.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Postings {
  private static final Logger LOG = Logger.getLogger(Postings.class.getName());

  @Inject Dispatches dispatches;
  @Inject Correspondences correspondences;

  /**
   * @throws Refusal on {@code pick} when none is chosen
   */
  public List<PostResult> post(Reader reader, List<PostItem> chosen) {
    PostBatches.refuseNone(chosen);
    Map<Long, LetterLine> lines =
        correspondences.lines(reader, chosen.stream().map(PostItem::id).toList()).stream()
            .collect(Collectors.toMap(LetterLine::id, Function.identity()));
    return chosen.stream().map(item -> post(reader, item, lines.get(item.id()))).toList();
  }

  private PostResult post(Reader reader, PostItem item, LetterLine line) {
    return new PostResult(
        item.id(),
        line == null ? null : line.chrono(),
        line == null ? null : line.subject(),
        refusal(reader, item));
  }

  private Refusal refusal(Reader reader, PostItem item) {
    try {
      dispatches.send(
          reader,
          item.id(),
          item.version(),
          new SendingWish(
              Means.POST, null, null, null, item.registeredNumber(), null, false, item.interim()));
      return null;
    } catch (Refusal e) {
      return e;
    } catch (EJBException | OptimisticLockException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof OptimisticLockException) {
          return Refusal.stale();
        }
      }
      LOG.log(Level.SEVERE, e, () -> "Letter " + item.id() + " could not be said to be posted");
      return Refusal.of(Refusal.Kind.CONFLICT, "dispatch.post-failed");
    }
  }
}
