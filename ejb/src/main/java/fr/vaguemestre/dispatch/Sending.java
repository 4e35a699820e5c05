package fr.vaguemestre.dispatch;

import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * One departure of a reply. A mail keeps its Message-ID through every try, so that a retry is no
 * second letter.
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
    DOUBT
  }

  @Column(name = "correspondence_id")
  private long correspondence;

  @Column(name = "reply_version_id")
  private long replyVersion;

  @Enumerated(EnumType.STRING)
  private Means means;

  private String recipient;
  private String subject;
  private String body;

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

  Sending(
      long correspondence,
      long replyVersion,
      SendingWish wish,
      String messageId,
      long by,
      Long inPlaceOf,
      Instant at) {
    this.correspondence = correspondence;
    this.replyVersion = replyVersion;
    this.means = wish.means();
    this.recipient = wish.recipient();
    this.subject = wish.subject();
    this.body = wish.text();
    this.registeredNumber = wish.registeredNumber();
    this.messageId = messageId;
    this.askedBy = by;
    this.askedFor = inPlaceOf;
    this.askedAt = at;
    this.status = Status.QUEUED;
    if (means == Means.POST) {
      become(Status.SENT, null, at);
    }
  }

  void become(Status to, String why, Instant at) {
    this.status = to;
    this.reason = why;
    this.doneAt = at;
  }

  Status status() {
    return status;
  }

  long correspondence() {
    return correspondence;
  }

  long replyVersion() {
    return replyVersion;
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
