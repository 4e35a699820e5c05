package fr.vaguemestre.signing;

import fr.vaguemestre.access.Credentials;
import fr.vaguemestre.access.Logins;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.WorkFolder;
import fr.vaguemestre.signing.pdf.GriffeStamp;
import fr.vaguemestre.signing.pdf.GriffeStamp.Placement;
import fr.vaguemestre.signing.pdf.PadesSeal;
import fr.vaguemestre.signing.pdf.StampText;
import fr.vaguemestre.storage.ContentStore;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Signing with one's griffe: the password again, the bytes seen and no others. The stamped PDF is
 * made, sealed where the town has a seal, and kept before the transaction; if that fails, nothing
 * has happened.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Signings {
  /** The most letters at once. */
  public static final int MOST = 200;

  @Inject Logins logins;
  @Inject Credentials credentials;
  @Inject SignatureRecords records;
  @Inject SigningBatches batches;
  @Inject Griffes griffes;
  @Inject Seals seals;
  @Inject ContentStore store;
  @Inject Tenants tenants;
  @Inject Clock clock;

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
    Griffes.needSigner(reader);
    records.prepare(reader, letter, seenSha256);
    griffes.ofSigner(reader);
    confirm(reader, password, origin);
    var stamped = stamped(reader, new SeenLetter(letter, seenVersion, seenSha256));
    records.sign(reader, letter, seenVersion, stamped, origin);
    return stamped.placement();
  }

  /**
   * Has several letters signed, the password asked once: each by itself, in the background, whether
   * or not the others are; {@link SigningBatches#of} tells how far it is.
   *
   * @return the batch's number
   * @throws Refusal before anything is done: on {@code password}, on {@code items} when there is
   *     none, too many or one twice, or without a griffe
   */
  public long signMany(Reader reader, List<SeenLetter> letters, char[] password, Origin origin) {
    Griffes.needSigner(reader);
    if (letters.isEmpty()) {
      throw Refusal.field("items", "signing.batch-none");
    }
    if (letters.size() > MOST
        || letters.stream().map(SeenLetter::id).distinct().count() < letters.size()) {
      throw Refusal.field("items", "signing.batch-too-many", MOST);
    }
    griffes.ofSigner(reader);
    confirm(reader, password, origin);
    return batches.begin(reader, letters, origin);
  }

  /**
   * The PDF seen with the signer's griffe on it, kept among the contents.
   *
   * @throws Refusal STALE when the PDF at hand is no longer the one seen
   */
  public Stamped stamped(Reader reader, SeenLetter letter) {
    if (letter.seenSha256() == null) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "signing.not-to-sign");
    }
    records.prepare(reader, letter.id(), letter.seenSha256());
    return stamp(reader, letter.seenSha256(), griffes.ofSigner(reader), words(reader, letter.id()));
  }

  private void confirm(Reader reader, char[] password, Origin origin) {
    credentials.confirm(logins.again(reader, password, origin.address()));
  }

  /** The letter names its signatory; who signs in their place is written with the griffe. */
  private StampText words(Reader reader, long letter) {
    return records
        .signsFor(reader, letter)
        .map(absent -> StampText.byDelegation(reader.name(), reader.jobTitle()))
        .orElse(StampText.NONE);
  }

  private Stamped stamp(Reader reader, String seen, Griffes.Picture griffe, StampText words) {
    var seal = seals.ofTown();
    try (var folder = WorkFolder.create("sign")) {
      var stamped = folder.path().resolve("signed.pdf");
      var placed =
          GriffeStamp.apply(store.file(reader.tenant(), seen), griffe.png(), words, stamped);
      var out = seal.isPresent() ? sealed(stamped, seal.get()) : stamped;
      try (var bytes = Files.newInputStream(out)) {
        return new Stamped(
            seen,
            griffe.sha256(),
            store.put(reader.tenant(), bytes, Long.MAX_VALUE).sha256(),
            placed.placement(),
            seal.map(SealKey::certificate).orElse(null));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path sealed(Path pdf, SealKey key) throws IOException {
    var out = pdf.resolveSibling("sealed.pdf");
    var reason = "Cachet de " + tenants.current().name();
    PadesSeal.apply(pdf, key.key(), key.chain(), reason, clock.instant(), out);
    return out;
  }
}
