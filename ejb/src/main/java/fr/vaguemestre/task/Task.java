package fr.vaguemestre.task;

import fr.vaguemestre.access.Reader;
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
 * A task: what whoever answers a letter of several directions asks of one unit (O12). It is
 * answered once, with a text and perhaps a file, or withdrawn; the letter goes on either way.
 */
@Entity
public class Task extends Owned {
  @Column(name = "correspondence_id")
  private long correspondence;

  @Column(name = "asked_by")
  private long askedBy;

  @Column(name = "asked_for")
  private Long askedFor;

  @Column(name = "asking_unit_id")
  private long askingUnit;

  @Column(name = "asked_of_unit_id")
  private long askedOf;

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

  @Column(name = "file_name")
  private String fileName;

  @Column(name = "media_type")
  private String mediaType;

  @Column(name = "size_bytes")
  private Long size;

  private String sha256;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  private boolean joined;

  protected Task() {}

  Task(
      long correspondence,
      Reader asker,
      long askingUnit,
      long askedOf,
      TaskRequest wish,
      Instant at) {
    this.correspondence = correspondence;
    this.askedBy = asker.actor();
    this.askedFor = asker.inPlaceOf();
    this.askingUnit = askingUnit;
    this.askedOf = askedOf;
    this.question = wish.question().strip();
    this.dueOn = wish.dueOn();
    this.askedAt = at;
  }

  /** A task is answered once; what comes after is a note, or another task. */
  void answer(Reader by, String text, TaskFile file, Instant at) {
    needAwaited();
    this.answer = text;
    this.answeredBy = by.actor();
    this.answeredFor = by.inPlaceOf();
    this.answeredAt = at;
    if (file != null) {
      this.fileName = file.name();
      this.mediaType = file.mediaType();
      this.size = file.size();
      this.sha256 = file.sha256();
    }
  }

  void withdraw(Instant at) {
    needAwaited();
    this.withdrawnAt = at;
  }

  /** Whether its file leaves with the reply. */
  void join(boolean leaves) {
    this.joined = leaves && sha256 != null;
  }

  private void needAwaited() {
    if (answeredAt != null || withdrawnAt != null) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "task.no-longer-awaited");
    }
  }

  long correspondence() {
    return correspondence;
  }

  /** Who asked, and the absent agent in whose place they did. */
  List<Long> askers() {
    return Stream.of(askedBy, askedFor).filter(Objects::nonNull).toList();
  }

  long askedOf() {
    return askedOf;
  }

  boolean joined() {
    return joined;
  }
}
