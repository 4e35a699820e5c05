package fr.vaguemestre.task;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A task as the board shows it; the answer, its author and its file are null until given. {@code
 * inPlaceOf}: the absent colleague it was answered for, or null; {@code fileSize} in bytes; {@code
 * mine}: this reader may answer it; {@code joined}: the file leaves with the reply.
 */
public record TaskLine(
    long id,
    String askedBy,
    String unit,
    Instant askedAt,
    LocalDate dueOn,
    String question,
    Status status,
    String answer,
    String answeredBy,
    String inPlaceOf,
    Instant answeredAt,
    String fileName,
    Long fileSize,
    boolean joined,
    boolean mine) {
  /** Where a task stands; late is awaited beyond its day. */
  public enum Status {
    AWAITED,
    LATE,
    ANSWERED,
    WITHDRAWN;

    public boolean open() {
      return this == AWAITED || this == LATE;
    }
  }
}
