package fr.vaguemestre.organisation;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * An absence: an agent is away from an instant until another, and colleagues do what lies in some
 * of their baskets meanwhile. The absent agent keeps all they could do.
 */
@Entity
public class Absence extends Owned {
  @Column(name = "agent_id")
  private long agent;

  @Column(name = "starts_at")
  private Instant startsAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  @Column(name = "entered_by")
  private long enteredBy;

  @Column(name = "entered_at")
  private Instant enteredAt;

  @Column(name = "cancelled_at")
  private Instant cancelledAt;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "absence_share", joinColumns = @JoinColumn(name = "absence_id"))
  private Set<AbsenceShare> shares = new HashSet<>();

  protected Absence() {}

  Absence(long agent, long enteredBy, Instant enteredAt) {
    this.agent = agent;
    this.enteredBy = enteredBy;
    this.enteredAt = enteredAt;
  }

  void last(Instant from, Instant until, Instant now) {
    if (!from.isBefore(until)) {
      throw Refusal.field("endsAt", "organisation.absence-ends-first");
    }
    if (!until.isAfter(now)) {
      throw Refusal.field("endsAt", "organisation.absence-over");
    }
    this.startsAt = from;
    this.endsAt = until;
  }

  void share(Set<AbsenceShare> given) {
    shares.retainAll(given);
    shares.addAll(given);
  }

  /** Before it began, as if it had not been declared; while it runs, it ends now. */
  void cancel(Instant now) {
    refuseOver(now);
    if (startsAt.isBefore(now)) {
      endsAt = now;
    } else {
      cancelledAt = now;
    }
  }

  void refuseOver(Instant now) {
    if (cancelledAt != null || !endsAt.isAfter(now)) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "organisation.absence-over");
    }
  }

  public long agent() {
    return agent;
  }
}
