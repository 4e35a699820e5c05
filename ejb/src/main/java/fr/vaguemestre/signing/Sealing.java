package fr.vaguemestre.signing;

import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Secrets that other features must be able to read again, sealed at rest as griffes are. */
@ApplicationScoped
public class Sealing {
  private static final Logger LOG = Logger.getLogger(Sealing.class.getName());

  @Inject GriffeKeys keys;

  /** What is kept: the name of the key, and the bytes it sealed. */
  public record Sealed(String key, byte[] bytes) {}

  /** Features that keep sealed secrets, so that they follow a new key of the installation. */
  public interface Keeper {
    /** Seals again, under the current key, what another sealed; returns how many there were. */
    int renew();
  }

  /**
   * @param about whose it is: opened only when the same is said again
   */
  public Sealed seal(byte[] clear, String about) {
    var sealed = keys.ring().seal(clear, about);
    return new Sealed(sealed.key(), sealed.bytes());
  }

  /**
   * @throws Refusal of kind CONFLICT when it cannot be opened
   */
  public byte[] open(Sealed sealed, String about) {
    try {
      return keys.ring().open(new KeyRing.Sealed(sealed.key(), sealed.bytes()), about);
    } catch (KeyRing.Shut e) {
      LOG.log(Level.SEVERE, e, () -> "the secret " + about + " stays shut");
      throw Refusal.of(Refusal.Kind.CONFLICT, "signing.secret-shut");
    }
  }

  /** Whether the installation's current key sealed it. */
  public boolean current(Sealed sealed) {
    return sealed.key().equals(keys.ring().current());
  }
}
