package fr.vaguemestre.dispatch;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/**
 * One departure of a reply, or of a document handed to an outside service. A mail keeps its
 * Message-ID through every try, so that a retry is no second letter.
 */
@Entity
public class Sending extends Owned {
  /** How far it is. */
  public enum Status {
    QUEUED,
    /** Being handed to the mail server: found so after a crash, nobody knows whether it left. */
    LEAVING,
    SENT,
    FAILED,
    DOUBT,
    /** It left, and a mail server says that it will never arrive. */
    BOUNCED
  }

  @Column(name = "correspondence_id")
  private long correspondence;

  @Column(name = "reply_version_id")
  private Long replyVersion;

  @Column(name = "transmission_id")
  private Long transmission;

  @Enumerated(EnumType.STRING)
  private Means means;

  private String recipient;
  private String subject;
  private String body;
  private String html;
  private boolean alone;
  private boolean interim;

  @Column(name = "message_id")
  private String messageId;

  @Enumerated(EnumType.STRING)
  private Status status;

  private String reason;

  @Column(name = "registered_number")
  private String registeredNumber;

  @Column(name = "asked_by")
  private long askedBy;

  @Column(name = "asked_for")
  private Long askedFor;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "done_at")
  private Instant doneAt;

  protected Sending() {}

  private Sending(
      long correspondence,
      Long replyVersion,
      Long transmission,
      SendingWish wish,
      String html,
      Reader by,
      Instant at) {
    this.correspondence = correspondence;
    this.replyVersion = replyVersion;
    this.transmission = transmission;
    this.means = wish.means();
    this.recipient = wish.recipient();
    this.subject = wish.subject();
    this.body = wish.text();
    this.html = html;
    this.alone = wish.alone();
    this.registeredNumber = wish.registeredNumber();
    this.messageId = "<" + UUID.randomUUID() + "@vaguemestre.invalid>";
    this.askedBy = by.actor();
    this.askedFor = by.inPlaceOf();
    this.askedAt = at;
    this.status = Status.QUEUED;
    if (means == Means.POST) {
      become(Status.SENT, null, at);
    }
  }

  static Sending ofReply(
      long correspondence,
      long replyVersion,
      SendingWish wish,
      String html,
      boolean interim,
      Reader by,
      Instant at) {
    var sending = new Sending(correspondence, replyVersion, null, wish, html, by, at);
    sending.interim = interim;
    return sending;
  }

  static Sending ofTransmission(
      long correspondence, long transmission, SendingWish wish, Reader by, Instant at) {
    return new Sending(correspondence, null, transmission, wish, null, by, at);
  }

  void become(Status to, String why, Instant at) {
    this.status = to;
    this.reason = why;
    this.doneAt = at;
  }

  /** Mail servers say that it is late: it may still arrive. */
  void late(String why) {
    if (status == Status.SENT) {
      this.reason = why;
    }
  }

  Status status() {
    return status;
  }

  long correspondence() {
    return correspondence;
  }

  /** The version of the reply that leaves; null for a transmission. */
  Long replyVersion() {
    return replyVersion;
  }

  /** The transmission whose departure it is; null for a reply. */
  Long transmission() {
    return transmission;
  }

  String recipient() {
    return recipient;
  }

  String subject() {
    return subject;
  }

  String body() {
    return body;
  }

  /** The body in HTML; null for a plain message. */
  String html() {
    return html;
  }

  /** Without the reply's PDF. */
  boolean alone() {
    return alone;
  }

  String reason() {
    return reason;
  }

  String messageId() {
    return messageId;
  }

  long askedBy() {
    return askedBy;
  }
}
