package fr.vaguemestre.mail;

import java.util.List;

/**
 * Later: a 4xx answer, no connection, a timeout. Retry with the same Message-ID; when the server
 * took the message for some recipients only, {@link #remaining()} says who is still waiting.
 */
public class MailDelayed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> accepted;
  private final transient List<String> remaining;

  public MailDelayed(
      String reason, List<String> accepted, List<String> remaining, Throwable cause) {
    super(reason, cause);
    this.accepted = List.copyOf(accepted);
    this.remaining = List.copyOf(remaining);
  }

  /** Addresses already served: a retry to them would be a second letter. */
  public List<String> accepted() {
    return accepted == null ? List.of() : accepted;
  }

  /** Addresses to retry; empty means all of them. */
  public List<String> remaining() {
    return remaining == null ? List.of() : remaining;
  }
}
