package fr.vaguemestre.signing;

import fr.vaguemestre.access.Credentials;
import fr.vaguemestre.access.Logins;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.WorkFolder;
import fr.vaguemestre.signing.pdf.GriffeStamp;
import fr.vaguemestre.signing.pdf.GriffeStamp.Placement;
import fr.vaguemestre.signing.pdf.PngGriffe;
import fr.vaguemestre.signing.pdf.StampText;
import fr.vaguemestre.storage.ContentStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * Signing with one's griffe: the password again, the bytes seen and no others. The stamped PDF is
 * made and kept before the transaction; if that fails, nothing has happened.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Signings {
  @Inject Logins logins;
  @Inject Credentials credentials;
  @Inject SignatureRecords records;
  @Inject ContentStore store;

  /**
   * Signs, and tells where the griffe went: elsewhere than at the template's marker is for the
   * signer to check.
   *
   * @param seenSha256 of the PDF the signer was shown
   * @throws Refusal on {@code password} when wrong; STALE when the PDF is no longer the one seen
   */
  public Placement sign(
      Reader reader,
      long letter,
      long seenVersion,
      char[] password,
      String seenSha256,
      Origin origin) {
    needSigner(reader);
    var griffe = records.prepare(reader, letter, seenSha256);
    credentials.confirm(logins.again(reader, password, origin.address()));
    var stamped = stamp(reader, seenSha256, griffe, words(reader, letter));
    records.sign(reader, letter, seenVersion, stamped, origin);
    return stamped.placement();
  }

  /** Keeps the reader's own griffe: a PNG of 500 KB at most. */
  public void keepGriffe(Reader reader, byte[] png) {
    needSigner(reader);
    try {
      var kept =
          store.put(
              reader.tenant(),
              new ByteArrayInputStream(PngGriffe.check(png)),
              PngGriffe.MAX_BYTES * 2L);
      records.keepGriffe(reader, kept.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The reader's own griffe, a PNG; empty while they have none. */
  public Optional<byte[]> griffe(Reader reader) {
    needSigner(reader);
    return records.griffe(reader).map(address -> bytes(reader, address));
  }

  /**
   * Whoever signs, for themselves or in an absent colleague's place, does it with their own griffe.
   */
  private static void needSigner(Reader reader) {
    if (!reader.mayForSomeone(Right.SIGN)) {
      throw Refusal.forbidden();
    }
  }

  private byte[] bytes(Reader reader, String address) {
    try (var in = store.open(reader.tenant(), address)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The letter names its signatory; who signs in their absence is written with the griffe. */
  private StampText words(Reader reader, long letter) {
    return records
        .signsFor(reader, letter)
        .map(absent -> new StampText(List.of("En l’absence de " + absent), reader.name(), null))
        .orElse(StampText.NONE);
  }

  private Stamped stamp(Reader reader, String seen, String griffe, StampText words) {
    try (var folder = WorkFolder.create("sign");
        var image = store.open(reader.tenant(), griffe)) {
      var out = folder.path().resolve("signed.pdf");
      var placed =
          GriffeStamp.apply(store.file(reader.tenant(), seen), image.readAllBytes(), words, out);
      try (var bytes = Files.newInputStream(out)) {
        return new Stamped(
            seen,
            griffe,
            store.put(reader.tenant(), bytes, Long.MAX_VALUE).sha256(),
            placed.placement());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
