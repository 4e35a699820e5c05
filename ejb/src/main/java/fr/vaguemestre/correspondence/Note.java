package fr.vaguemestre.correspondence;

import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;

/**
 * What an agent writes on a letter for colleagues; with a unit, only that unit and above read it
 * (CIR6).
 */
@Entity
public class Note extends Owned {
  @Column(name = "correspondence_id")
  private long correspondence;

  @Column(name = "author_id")
  private long author;

  @Column(name = "for_agent_id")
  private Long inPlaceOf;

  @Column(name = "written_at")
  private Instant writtenAt;

  private String body;

  @Column(name = "unit_id")
  private Long unit;

  protected Note() {}

  Note(long correspondence, long author, Long inPlaceOf, String body, Long unit, Instant at) {
    this.correspondence = correspondence;
    this.author = author;
    this.inPlaceOf = inPlaceOf;
    this.body = body;
    this.unit = unit;
    this.writtenAt = at;
  }
}
