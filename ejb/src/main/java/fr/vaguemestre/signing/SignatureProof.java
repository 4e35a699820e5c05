package fr.vaguemestre.signing;

import fr.vaguemestre.approval.ApprovalStep;
import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * Who signed what, when, from where: the hash of the bytes seen and of the bytes that came out of
 * it.
 */
@Entity
@Table(name = "signature_proof")
public class SignatureProof extends Owned {
  @Column(name = "correspondence_id")
  private long correspondence;

  @Column(name = "reply_version_id")
  private long replyVersion;

  @Column(name = "step_id")
  private long step;

  @Enumerated(EnumType.STRING)
  private SignatureKind kind;

  @Column(name = "signer_id")
  private long signer;

  @Column(name = "for_agent_id")
  private Long inPlaceOf;

  @Column(name = "attached_by")
  private Long attachedBy;

  @Column(name = "signed_at")
  private Instant signedAt;

  private String address;

  @Column(name = "user_agent")
  private String userAgent;

  @Column(name = "seen_sha256")
  private String seenSha256;

  @Column(name = "griffe_sha256")
  private String griffeSha256;

  @Column(name = "signed_sha256")
  private String signedSha256;

  private String certificate;

  @Column(name = "certificate_print")
  private String certificatePrint;

  protected SignatureProof() {}

  /** Of the town's seal, put on with this signature. */
  SignatureProof seal(X509Certificate by, Stamped stamped) {
    var proof =
        new SignatureProof(
            correspondence,
            replyVersion,
            step,
            signer,
            inPlaceOf,
            signedAt,
            new Origin(address, userAgent),
            new Stamped(stamped.seen(), null, stamped.signed(), null, null));
    proof.kind = SignatureKind.SEAL;
    proof.certificate =
        by.getSubjectX500Principal().getName() + " / " + by.getIssuerX500Principal().getName();
    proof.certificatePrint = SealKey.print(by);
    return proof;
  }

  /** Of a scan that somebody attached: signed by hand, so no griffe (O15). */
  static SignatureProof onPaper(
      long correspondence,
      long version,
      ApprovalStep step,
      long attachedBy,
      Instant at,
      Origin origin,
      Stamped scan) {
    var proof =
        new SignatureProof(
            correspondence, version, step.id(), step.agent(), null, at, origin, scan);
    proof.kind = SignatureKind.HANDWRITTEN_SCAN;
    proof.attachedBy = attachedBy;
    return proof;
  }

  SignatureProof(
      long correspondence,
      long version,
      long step,
      long signer,
      Long inPlaceOf,
      Instant at,
      Origin origin,
      Stamped stamped) {
    this.correspondence = correspondence;
    this.replyVersion = version;
    this.step = step;
    this.kind = SignatureKind.GRIFFE;
    this.signer = signer;
    this.inPlaceOf = inPlaceOf;
    this.signedAt = at;
    this.address = origin.address();
    this.userAgent = origin.userAgent();
    this.seenSha256 = stamped.seen();
    this.griffeSha256 = stamped.griffe();
    this.signedSha256 = stamped.signed();
  }
}
