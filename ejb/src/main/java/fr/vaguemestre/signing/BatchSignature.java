package fr.vaguemestre.signing;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Owned;
import fr.vaguemestre.signing.pdf.GriffeStamp.Placement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One letter of those a signer had signed at once, and what became of it. */
@Entity
@Table(name = "batch_signature")
public class BatchSignature extends Owned {
  private static final String APART = "\u001f";

  /** How far it is. */
  public enum Status {
    WAITING,
    SIGNED,
    REFUSED
  }

  private long batch;
  private int position;

  @Column(name = "agent_id")
  private long agent;

  @Column(name = "asked_at")
  private Instant askedAt;

  private String address;

  @Column(name = "user_agent")
  private String userAgent;

  @Column(name = "correspondence_id")
  private long correspondence;

  @Column(name = "seen_version")
  private long seenVersion;

  @Column(name = "seen_sha256")
  private String seenSha256;

  @Enumerated(EnumType.STRING)
  private Status status = Status.WAITING;

  @Enumerated(EnumType.STRING)
  private Placement placement;

  @Enumerated(EnumType.STRING)
  @Column(name = "refused_kind")
  private Refusal.Kind refusedKind;

  @Column(name = "refused_key")
  private String refusedKey;

  @Column(name = "refused_words")
  private String refusedWords;

  protected BatchSignature() {}

  BatchSignature(
      long batch, int position, long agent, Instant at, Origin origin, SeenLetter letter) {
    this.batch = batch;
    this.position = position;
    this.agent = agent;
    this.askedAt = at;
    this.address = origin.address();
    this.userAgent = origin.userAgent();
    this.correspondence = letter.id();
    this.seenVersion = letter.version();
    this.seenSha256 = letter.seenSha256();
  }

  boolean waiting() {
    return status == Status.WAITING;
  }

  void signed(Placement where) {
    this.status = Status.SIGNED;
    this.placement = where;
  }

  void refused(Refusal why) {
    this.status = Status.REFUSED;
    this.refusedKind = why.kind();
    this.refusedKey = why.key();
    this.refusedWords =
        why.arguments().stream().map(String::valueOf).collect(Collectors.joining(APART));
  }

  BatchLine line(String chrono, String subject) {
    return new BatchLine(
        correspondence,
        chrono,
        subject,
        status,
        placement == null ? null : placement.name(),
        refusal());
  }

  private Refusal refusal() {
    return refusedKey == null
        ? null
        : Refusal.of(
            refusedKind,
            refusedKey,
            Stream.of(refusedWords.split(APART)).filter(w -> !w.isEmpty()).toArray());
  }

  Origin origin() {
    return new Origin(address, userAgent);
  }

  SeenLetter letter() {
    return new SeenLetter(correspondence, seenVersion, seenSha256);
  }

  long agent() {
    return agent;
  }

  Instant askedAt() {
    return askedAt;
  }
}
