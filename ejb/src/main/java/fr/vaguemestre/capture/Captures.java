package fr.vaguemestre.capture;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.correspondence.IncomingFile;
import fr.vaguemestre.correspondence.Registered;
import fr.vaguemestre.correspondence.Registration;
import fr.vaguemestre.extraction.ContentTypes;
import fr.vaguemestre.platform.FileNames;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.DatabaseFailure;
import fr.vaguemestre.settings.Setting;
import fr.vaguemestre.storage.ContentStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The ways in. Bytes are durable in the content store before the database knows of them;
 * registering the same thing again, by idempotency key or external id, gives the same answer and no
 * second letter.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Captures {
  private static final long MEGABYTE = 1024L * 1024;

  @Inject ContentStore store;
  @Inject Registrations registrations;
  @Inject Uploads uploads;

  /**
   * Registers a letter whose files come with the request (API). {@code key}: the caller's
   * idempotency key, or null.
   */
  public Registered register(
      Reader reader, @Valid Registration wish, List<GivenFile> files, String key) {
    wish.allow(reader);
    var kept = new ArrayList<IncomingFile>();
    for (var file : files) {
      var stored = keep(reader, file);
      kept.add(
          new IncomingFile(
              stored.name(), stored.mediaType(), stored.size(), stored.sha256(), null));
    }
    return registerKept(reader, wish, kept, key);
  }

  /** The same with files that {@link #keep} has taken. */
  public Registered registerKept(
      Reader reader, @Valid Registration wish, List<IncomingFile> kept, String key) {
    wish.allow(reader);
    return once(
        reader,
        wish,
        () -> kept,
        key,
        fingerprint(wish, kept.stream().map(f -> f.name() + ' ' + f.sha256())));
  }

  /** Registers a letter from files dropped before (screen), which a first try may have taken. */
  public Registered registerUploads(
      Reader reader, @Valid Registration wish, List<Long> dropped, String key) {
    return once(
        reader,
        wish,
        () -> uploads.take(reader, dropped),
        key,
        fingerprint(wish, dropped.stream().map(String::valueOf)));
  }

  /** Whether this agent registers letters, be it the Cabinet's own alone (O1, O3). */
  public static boolean mayRegister(Reader reader) {
    return reader.may(Right.REGISTER) || reader.may(Right.REGISTER_SENSITIVE);
  }

  /** Keeps a dropped file and has it read while whoever registers or forwards it types. */
  public UploadLine drop(Reader reader, GivenFile file) {
    if (!mayRegister(reader) && !Forwardings.mayForward(reader)) {
      throw Refusal.forbidden();
    }
    return uploads.add(reader, keep(reader, file));
  }

  /**
   * Stores the bytes and tells their type; refuses what is too long or of a kind we do not take.
   */
  public StoredFile keep(Reader reader, GivenFile file) {
    try {
      var content =
          store.put(
              reader.tenant(), file.bytes(), Setting.VAGUEMESTRE_MAX_UPLOAD_MB.number() * MEGABYTE);
      var name = FileNames.shown(file.name());
      var detected = ContentTypes.detect(store.file(reader.tenant(), content.sha256()), name);
      if (detected.type() == null) {
        throw Refusal.of(Refusal.Kind.UNSUPPORTED_TYPE, detected.refusal(), name);
      }
      return new StoredFile(name, detected.type().mediaType(), content.size(), content.sha256());
    } catch (ContentStore.TooLong e) {
      throw Refusal.of(
          Refusal.Kind.TOO_LARGE,
          "capture.too-large",
          file.name(),
          Setting.VAGUEMESTRE_MAX_UPLOAD_MB.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Registered once(
      Reader reader,
      Registration wish,
      Supplier<List<IncomingFile>> files,
      String key,
      String fingerprint) {
    try {
      return registrations.register(reader, wish, files.get(), key, fingerprint);
    } catch (RuntimeException e) {
      if (DatabaseFailure.isDuplicate(e) || isGone(e)) {
        return registrations
            .before(reader, key, wish.externalId(), fingerprint)
            .orElseThrow(() -> e);
      }
      throw e;
    }
  }

  private static boolean isGone(RuntimeException e) {
    return e instanceof Refusal refusal && refusal.kind() == Refusal.Kind.NOT_FOUND;
  }

  private static String fingerprint(Registration wish, Stream<String> files) {
    var text = new StringBuilder(wish.toString());
    files.forEach(file -> text.append('\n').append(file));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
