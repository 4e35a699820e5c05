package fr.vaguemestre.opinion;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A contribution: what an agent or a unit is asked to write for whoever answers the letter (O10).
 */
@Entity
public class Contribution extends Owned {
  @Column(name = "correspondence_id")
  private long correspondence;

  @Column(name = "asked_by")
  private long askedBy;

  @Column(name = "asked_of_agent_id")
  private Long askedOfAgent;

  @Column(name = "asked_of_unit_id")
  private Long askedOfUnit;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "due_on")
  private LocalDate dueOn;

  private String question;
  private String answer;

  @Column(name = "answered_by")
  private Long answeredBy;

  @Column(name = "answered_for")
  private Long answeredFor;

  @Column(name = "answered_at")
  private Instant answeredAt;

  private boolean withdrawn;

  protected Contribution() {}

  Contribution(
      long correspondence,
      long askedBy,
      Long agent,
      Long unit,
      String question,
      LocalDate dueOn,
      Instant at) {
    this.correspondence = correspondence;
    this.askedBy = askedBy;
    this.askedOfAgent = agent;
    this.askedOfUnit = unit;
    this.question = question;
    this.dueOn = dueOn;
    this.askedAt = at;
  }

  /** A contribution is given once; a change of mind is a new request. */
  void give(long by, Long inPlaceOf, String text, Instant at) {
    if (answer != null || withdrawn) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "opinion.already-given");
    }
    this.answer = text;
    this.answeredBy = by;
    this.answeredFor = inPlaceOf;
    this.answeredAt = at;
  }
}
