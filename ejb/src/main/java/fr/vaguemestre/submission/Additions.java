package fr.vaguemestre.submission;

import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Scope;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.correspondence.IncomingFile;
import fr.vaguemestre.platform.Invisible;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.DatabaseFailure;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What people add to their submission: messages, pieces, its withdrawal. Each is one transaction,
 * tried again when somebody acts on the letter in the same moment, and made once under a key.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Additions {
  private static final int LONGEST_MESSAGE = 20_000;
  private static final int LONGEST_REASON = 2000;
  private static final int TRIES = 4;

  @Inject ApiClients clients;
  @Inject ReceivedFiles received;
  @Inject AdditionBook book;
  @Inject Clock clock;

  /** What an addition was answered: the same when it is repeated. */
  public record Added(long id, AdditionKind kind, Instant receivedAt) {}

  /**
   * @throws Refusal NOT_FOUND when the submission is absent or another's, CONFLICT once withdrawn
   *     or anonymised, on {@code text} when it is empty or too long
   */
  public Added message(Reader reader, long submission, String text, String key) {
    var words = words("text", text, LONGEST_MESSAGE);
    if (words == null) {
      throw Refusal.field("text", "submission.message-empty");
    }
    return add(reader, submission, AdditionKind.MESSAGE, words, List.of(), key);
  }

  /** The same; {@code text} is said of the pieces and comes before them, or null. */
  public Added pieces(
      Reader reader, long submission, String text, List<GivenFile> files, String key) {
    if (files.isEmpty()) {
      throw Refusal.field("file", "submission.pieces-missing");
    }
    return add(
        reader, submission, AdditionKind.PIECES, words("text", text, LONGEST_MESSAGE), files, key);
  }

  /** Withdraws it: a fact the agents see; CONFLICT once the letter is closed. */
  public Added withdraw(Reader reader, long submission, String reason, String key) {
    var words = words("reason", reason, LONGEST_REASON);
    return add(reader, submission, AdditionKind.WITHDRAWAL, words, List.of(), key);
  }

  private Added add(
      Reader reader,
      long submission,
      AdditionKind kind,
      String words,
      List<GivenFile> files,
      String key) {
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var client = clients.calling(reader, Scope.COMPLETE);
    book.open(client, submission);
    var kept = new ArrayList<IncomingFile>();
    if (kind != AdditionKind.WITHDRAWAL && words != null) {
      kept.add(received.keep(reader, "message.txt", words + "\n"));
    }
    files.forEach(file -> kept.add(received.keep(reader, file)));
    var entry =
        new AdditionBook.Entry(
            submission, kind, words, kept, key, Fingerprint.of(kind + "\n" + words, kept), at);
    for (int left = TRIES; ; left--) {
      try {
        return book.enter(reader, client, entry);
      } catch (RuntimeException e) {
        if (left == 1 || !(overtaken(e) || key != null && DatabaseFailure.isDuplicate(e))) {
          throw e;
        }
      }
    }
  }

  private static boolean overtaken(Throwable failure) {
    return Stream.iterate(failure, e -> e != null, Throwable::getCause)
        .limit(20)
        .anyMatch(OptimisticLockException.class::isInstance);
  }

  private static String words(String field, String text, int most) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > most) {
      throw Refusal.field(field, "submission.too-long", most);
    }
    Invisible.refuse(field, text);
    return text.strip();
  }
}
