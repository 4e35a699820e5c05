package fr.vaguemestre.approval;

import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One person's turn in the approval of a reply. Each submission is a new round; what was said in a
 * round stays.
 */
@Entity
@Table(name = "approval_step")
public class ApprovalStep extends Owned {
  /** Where a step stands. */
  public enum Status {
    WAITING,
    CURRENT,
    DONE,
    REFUSED,
    /** The reply was taken back or refused before this turn came. */
    DROPPED
  }

  @Column(name = "correspondence_id")
  private long correspondence;

  private int round;
  private int position;

  @Enumerated(EnumType.STRING)
  private StepKind kind;

  @Column(name = "agent_id")
  private long agent;

  @Enumerated(EnumType.STRING)
  private Status status = Status.WAITING;

  @Column(name = "began_at")
  private Instant beganAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "ended_by")
  private Long endedBy;

  private String comment;

  /** Of a round that goes on where the one before stopped, after a reply was sent back a step. */
  private boolean continued;

  protected ApprovalStep() {}

  ApprovalStep(long correspondence, int round, int position, Turn turn, boolean continued) {
    this.correspondence = correspondence;
    this.round = round;
    this.position = position;
    this.kind = turn.kind();
    this.agent = turn.agent();
    this.continued = continued;
  }

  void begin(Instant at) {
    this.status = Status.CURRENT;
    this.beganAt = at;
  }

  void end(Status how, long by, String words, Instant at) {
    this.status = how;
    this.endedBy = by;
    this.endedAt = at;
    this.comment = words;
  }

  void drop() {
    this.status = Status.DROPPED;
  }

  public StepKind kind() {
    return kind;
  }

  public long agent() {
    return agent;
  }

  Turn turn() {
    return new Turn(kind, agent);
  }

  Status status() {
    return status;
  }

  int round() {
    return round;
  }

  boolean continued() {
    return continued;
  }

  int position() {
    return position;
  }
}
