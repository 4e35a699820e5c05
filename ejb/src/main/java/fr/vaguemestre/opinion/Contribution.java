package fr.vaguemestre.opinion;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Participant;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A contribution, or opinion: what an agent or a unit is asked to write for whoever answers the
 * letter (O10). Those asked at once make a round (CIR4): all together, or one after the other, each
 * waiting for its turn.
 */
@Entity
public class Contribution extends Owned {
  @Column(name = "correspondence_id")
  private long correspondence;

  @Column(name = "asked_by")
  private long askedBy;

  @Column(name = "asked_for")
  private Long askedFor;

  @Column(name = "asked_of_agent_id")
  private Long askedOfAgent;

  @Column(name = "asked_of_unit_id")
  private Long askedOfUnit;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "due_on")
  private LocalDate dueOn;

  private int round;
  private int position;
  private boolean sequential;
  private boolean waiting;
  private String reason;
  private String question;
  private String answer;

  @Column(name = "answered_by")
  private Long answeredBy;

  @Column(name = "answered_for")
  private Long answeredFor;

  @Column(name = "answered_at")
  private Instant answeredAt;

  @Column(name = "reminded_at")
  private Instant remindedAt;

  private boolean withdrawn;

  protected Contribution() {}

  /**
   * One of a round, by its place in it; from the second on it waits when they follow each other.
   */
  Contribution(
      long correspondence,
      Reader asker,
      Addressee of,
      int round,
      int position,
      ContributionRequest wish,
      Instant at) {
    this.correspondence = correspondence;
    this.askedBy = asker.actor();
    this.askedFor = asker.inPlaceOf();
    this.askedOfAgent = of.agent();
    this.askedOfUnit = of.unit();
    this.round = round;
    this.position = position;
    this.sequential = wish.sequential();
    this.waiting = wish.sequential() && position > 0;
    this.reason = wish.reason() == null || wish.reason().isBlank() ? null : wish.reason().strip();
    this.question = wish.question().strip();
    this.dueOn = wish.dueOn();
    this.askedAt = at;
  }

  /** A contribution is given once; a change of mind is a new request. */
  void give(Reader by, String text, Instant at) {
    if (!open() || waiting) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "opinion.already-given");
    }
    this.answer = text;
    this.answeredBy = by.actor();
    this.answeredFor = by.inPlaceOf();
    this.answeredAt = at;
  }

  /** Its turn has come. */
  void begin() {
    this.waiting = false;
  }

  void remind(Instant at) {
    this.remindedAt = at;
  }

  /** Awaited no longer. */
  void withdraw() {
    this.withdrawn = true;
  }

  /** Neither given nor withdrawn. */
  boolean open() {
    return answeredAt == null && !withdrawn;
  }

  /** Its turn has come and it is not given. */
  boolean awaited() {
    return open() && !waiting;
  }

  /**
   * Whether whoever is asked sees the letter for it: from their turn on, unless it is withdrawn.
   */
  boolean shows() {
    return !waiting && !withdrawn;
  }

  boolean askedOf(Reader reader) {
    return askedOfAgent == null
        ? reader.ownUnits().contains(askedOfUnit)
        : askedOfAgent == reader.agent();
  }

  Participant participant() {
    return new Addressee(askedOfAgent, askedOfUnit).participant();
  }

  /** Who asked, and the absent agent in whose place they did. */
  List<Long> askers() {
    return Stream.of(askedBy, askedFor).filter(Objects::nonNull).toList();
  }

  Long askedOfAgent() {
    return askedOfAgent;
  }

  Long askedOfUnit() {
    return askedOfUnit;
  }

  int round() {
    return round;
  }

  boolean waiting() {
    return waiting;
  }

  Instant remindedAt() {
    return remindedAt;
  }
}
