package fr.vaguemestre.submission;

import fr.vaguemestre.access.ApiClient;
import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Scope;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.correspondence.IncomingFile;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.DatabaseFailure;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * What portals bring (API1). Bytes are durable before the database knows of them; one transaction
 * makes the letter, the submission and its AEE; the same request again gives the same answer.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Submissions {
  private static final String TYPED = "demande.txt";

  @Inject ApiClients clients;
  @Inject ReceivedFiles received;
  @Inject SubmissionBook book;
  @Inject Clock clock;

  /** The codes of the document types this machine account may send. */
  public List<String> types(Reader reader) {
    return clients.types(clients.calling(reader, Scope.SUBMIT));
  }

  /**
   * Receives a submission.
   *
   * @param key the caller's idempotency key, or null
   * @throws Refusal FORBIDDEN without the scope, on {@code type} when it may not be sent, on the
   *     field at fault, CONFLICT when the key was another request's
   */
  public Received receive(
      Reader reader, @Valid SubmissionWish wish, List<GivenFile> files, String key) {
    return receive(reader, wish, files, key, id -> {});
  }

  /**
   * The same.
   *
   * @param also what else the transaction of a new submission writes, given its id
   */
  public Received receive(
      Reader reader,
      @Valid SubmissionWish wish,
      List<GivenFile> files,
      String key,
      LongConsumer also) {
    var at = clock.instant();
    var client = clients.calling(reader, Scope.SUBMIT);
    var refused = refused(client, wish, files);
    if (refused.isPresent() && !book.knows(client, key)) {
      throw refused.get();
    }
    var kept = keep(reader, wish, files);
    var entry =
        new SubmissionBook.Entry(
            wish, kept, key, Fingerprint.of(wish, kept), at, TrackingCode.make());
    if (refused.isPresent()) {
      return book.before(client, key, entry.fingerprint()).orElseThrow(refused::get);
    }
    try {
      return book.enter(reader, client, entry, also);
    } catch (RuntimeException e) {
      if (key != null && DatabaseFailure.isDuplicate(e)) {
        return book.before(client, key, entry.fingerprint()).orElseThrow(() -> e);
      }
      throw e;
    }
  }

  /** What is wrong with it today; a repeated request was right when it was first made. */
  private Optional<Refusal> refused(ApiClient client, SubmissionWish wish, List<GivenFile> files) {
    if (!clients.maySend(client, wish.type())) {
      return Optional.of(Refusal.field("type", "submission.type-not-open", wish.type()));
    }
    return wish.applicant().faults().stream()
        .findFirst()
        .or(wish::invisible)
        .or(() -> wish.emptiness(!files.isEmpty()));
  }

  /** What this key brought, whatever the request says by now; none when nothing. */
  public Optional<Received> known(Reader reader, String key) {
    return book.known(clients.calling(reader, Scope.SUBMIT), key);
  }

  private List<IncomingFile> keep(Reader reader, SubmissionWish wish, List<GivenFile> files) {
    var all = new ArrayList<IncomingFile>();
    all.add(received.keep(reader, TYPED, wish.document()));
    files.forEach(file -> all.add(received.keep(reader, file)));
    return all;
  }
}
