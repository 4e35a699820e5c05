package fr.vaguemestre.signing;

import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;

/**
 * An agent's griffe: a PNG, sealed; {@code sha256} is of the clear bytes, as the proofs name it.
 */
@Entity
public class Griffe extends Owned {
  @Column(name = "agent_id")
  private long agent;

  @Column(name = "key_id")
  private String keyId;

  private byte[] sealed;
  private String sha256;

  @Column(name = "kept_at")
  private Instant keptAt;

  protected Griffe() {}

  Griffe(long agent) {
    this.agent = agent;
  }

  void hold(KeyRing.Sealed picture, String hash, Instant at) {
    seal(picture);
    this.sha256 = hash;
    this.keptAt = at;
  }

  /** The same picture under another key. */
  void seal(KeyRing.Sealed picture) {
    this.keyId = picture.key();
    this.sealed = picture.bytes();
  }

  KeyRing.Sealed sealed() {
    return new KeyRing.Sealed(keyId, sealed);
  }

  long agent() {
    return agent;
  }

  String sha256() {
    return sha256;
  }
}
