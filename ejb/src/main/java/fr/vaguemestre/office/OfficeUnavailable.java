package fr.vaguemestre.office;

/** The document may be fine, the office is not: retry later, or install what is missing. */
public class OfficeUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, for the operator's screen. */
  public enum Reason {
    /** Not installed: {@link #packages()} says what to install. */
    MISSING,
    /** Every place in the queue is taken. */
    BUSY,
    /** The office died or would not start. */
    BROKEN
  }

  private final Reason reason;
  private final String packages;

  public OfficeUnavailable(Reason reason, String packages, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.packages = packages;
  }

  public static OfficeUnavailable missing(String packages) {
    return new OfficeUnavailable(
        Reason.MISSING, packages, "LibreOffice is missing, install: " + packages, null);
  }

  public Reason reason() {
    return reason;
  }

  /** Debian package names separated by spaces; empty unless {@link Reason#MISSING}. */
  public String packages() {
    return packages;
  }
}
