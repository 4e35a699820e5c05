package fr.vaguemestre.reassignment;

import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;

/**
 * The closing of a unit or of an agent, and to whom what they hold goes. It is done once nothing is
 * left to hand on; reopening takes nothing back.
 */
@Entity
public class Closure extends Owned {
  @Column(name = "unit_id")
  private Long unit;

  @Column(name = "agent_id")
  private Long agent;

  @Column(name = "to_unit_id")
  private Long toUnit;

  @Column(name = "to_agent_id")
  private Long toAgent;

  @Column(name = "parent_before")
  private Long parentBefore;

  private long total;

  @Column(name = "asked_by")
  private long askedBy;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "done_at")
  private Instant doneAt;

  @Column(name = "reopened_at")
  private Instant reopenedAt;

  protected Closure() {}

  private Closure(long total, long askedBy, Instant at) {
    this.total = total;
    this.askedBy = askedBy;
    this.askedAt = at;
  }

  static Closure ofUnit(long unit, long to, long parent, long total, long by, Instant at) {
    var closure = new Closure(total, by, at);
    closure.unit = unit;
    closure.toUnit = to;
    closure.parentBefore = parent;
    return closure;
  }

  static Closure ofAgent(long agent, Long to, long total, long by, Instant at) {
    var closure = new Closure(total, by, at);
    closure.agent = agent;
    closure.toAgent = to;
    return closure;
  }

  void done(Instant at) {
    this.doneAt = at;
  }

  void reopened(Instant at) {
    this.reopenedAt = at;
  }

  boolean ofUnit() {
    return unit != null;
  }

  /** The row id of what is closed. */
  long closed() {
    return unit != null ? unit : agent;
  }

  Long toUnit() {
    return toUnit;
  }

  Long toAgent() {
    return toAgent;
  }

  Long parentBefore() {
    return parentBefore;
  }

  long total() {
    return total;
  }

  long askedBy() {
    return askedBy;
  }

  boolean isDone() {
    return doneAt != null;
  }
}
