package fr.vaguemestre.maarch;

import fr.vaguemestre.access.ApiClient;
import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Scope;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.correspondence.IncomingFile;
import fr.vaguemestre.correspondence.Registration;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.DatabaseFailure;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.Valid;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Letters that another tool registers. A machine account brings them within its types and its
 * perimeter, and adds to its own; an agent registers as anywhere else. The same external id is the
 * same letter.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Deposits {
  private static final int TRIES = 4;

  @Inject ApiClients clients;
  @Inject Captures captures;
  @Inject DepositBook book;

  /** The codes of the document types this machine account may register. */
  public List<String> types(Reader reader) {
    return clients.types(clients.calling(reader, Scope.REGISTER));
  }

  /**
   * @throws Refusal FORBIDDEN for a machine account without the scope
   */
  public void need(Reader reader) {
    if (reader.machine()) {
      clients.calling(reader, Scope.REGISTER);
    }
  }

  /**
   * Registers a letter with its file; returns its id.
   *
   * @param format the extension the file's bytes must agree with
   * @throws Refusal FORBIDDEN without the scope or the right, on {@code doctype} or {@code
   *     destination} when the account may not send that, INVALID for somebody outside its
   *     perimeter, UNSUPPORTED_TYPE when the file is of another format
   */
  public long register(Reader reader, @Valid DepositWish wish, GivenFile file, String format) {
    var client = reader.machine() ? clients.calling(reader, Scope.REGISTER) : null;
    if (client == null) {
      wish.registration().allow(reader);
    } else {
      refuseElsewhere(client, wish.registration());
    }
    var kept = List.of(keep(reader, file, format));
    if (client == null) {
      return captures.registerKept(reader, wish.registration(), kept, null).id();
    }
    try {
      return book.enter(reader, client, wish, kept);
    } catch (RuntimeException e) {
      if (wish.externalId() != null && DatabaseFailure.isDuplicate(e)) {
        return book.before(client, wish.externalName(), wish.externalId()).orElseThrow(() -> e);
      }
      throw e;
    }
  }

  /**
   * Adds a file to a letter that this machine account brought; returns the document's id.
   *
   * @throws Refusal FORBIDDEN for an agent, NOT_FOUND when it is another's
   */
  public long attach(Reader reader, long letter, GivenFile file, String format) {
    var client = clients.calling(reader, Scope.REGISTER);
    book.own(client, letter);
    var kept = keep(reader, file, format);
    return again(() -> book.attach(reader, client, letter, kept));
  }

  /** Writes a note on a letter that this machine account brought; returns its id. */
  public long note(Reader reader, long letter, String text) {
    var client = clients.calling(reader, Scope.REGISTER);
    return again(() -> book.note(reader, client, letter, text));
  }

  /**
   * Keeps the tool's own name of a letter that it brought.
   *
   * @throws Refusal on {@code external_id} when it is too long or another letter's, NOT_FOUND when
   *     the letter is another's
   */
  public void name(Reader reader, long letter, String externalName, String externalId) {
    var client = clients.calling(reader, Scope.REGISTER);
    if (externalId.length() > DepositWish.LONGEST_ID) {
      throw Refusal.field("external_id", "maarch.external-id-too-long", DepositWish.LONGEST_ID);
    }
    try {
      book.name(client, letter, externalName, externalId);
    } catch (RuntimeException e) {
      throw DatabaseFailure.isDuplicate(e)
          ? Refusal.field("external_id", "maarch.external-id-taken")
          : e;
    }
  }

  private IncomingFile keep(Reader reader, GivenFile file, String format) {
    var stored = captures.keep(reader, file);
    FormatMismatch.refuse(stored, format);
    return new IncomingFile(
        stored.name(), stored.mediaType(), stored.size(), stored.sha256(), null);
  }

  private void refuseElsewhere(ApiClient client, Registration wish) {
    if (!clients.maySend(client, wish.type())) {
      throw Refusal.field("doctype", "submission.type-not-open", wish.type());
    }
    var units = Stream.concat(Stream.ofNullable(wish.unit()), wish.copyUnits().stream());
    if (!units.allMatch(unit -> clients.mayAddress(client, unit))) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "maarch.outside-perimeter");
    }
    var people = Stream.concat(Stream.ofNullable(wish.assignee()), wish.copyAgents().stream());
    if (!people.allMatch(login -> clients.mayName(client, login))) {
      throw new Refusal("maarch.unknown-user");
    }
  }

  /** Tried again when somebody acts on the letter in the same moment. */
  private static long again(LongSupplier work) {
    for (int left = TRIES; ; left--) {
      try {
        return work.getAsLong();
      } catch (RuntimeException e) {
        boolean overtaken =
            Stream.<Throwable>iterate(e, c -> c != null, Throwable::getCause)
                .limit(20)
                .anyMatch(OptimisticLockException.class::isInstance);
        if (left == 1 || !overtaken) {
          throw e;
        }
      }
    }
  }
}
