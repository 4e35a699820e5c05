package fr.vaguemestre.monitoring;

import java.util.Locale;

/** What a server needs to do its work. */
public enum Check {
  DATABASE(true),
  /** The store of contents takes bytes. */
  STORE(true),
  DISK,
  /** The search follows the letters. */
  INDEX,
  /** What is done after a commit is done. */
  QUEUE,
  JOURNAL,
  /** PostgreSQL archives its log; looked at where it is told to. */
  ARCHIVE,
  JOBS,
  MAIL,
  OFFICE,
  OCR;

  /** Without it this server can do nothing for anybody: no request is to be sent here. */
  private final boolean vital;

  Check() {
    this(false);
  }

  Check(boolean vital) {
    this.vital = vital;
  }

  public boolean vital() {
    return vital;
  }

  /** As in answers and messages. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How well it is; the worst comes last. */
  public enum Status {
    UP,
    /** Something is late or lost, the rest works. */
    DEGRADED,
    DOWN
  }

  /**
   * One look.
   *
   * @param cause why it is not up, a stable word; null when it is
   * @param detail a number or a name that helps; null for none; never a secret
   */
  public record Result(Check check, Status status, String cause, String detail) {
    static Result up(Check check, String detail) {
      return new Result(check, Status.UP, null, detail);
    }

    static Result degraded(Check check, String cause, String detail) {
      return new Result(check, Status.DEGRADED, cause, detail);
    }

    static Result down(Check check, String cause, String detail) {
      return new Result(check, Status.DOWN, cause, detail);
    }
  }
}
