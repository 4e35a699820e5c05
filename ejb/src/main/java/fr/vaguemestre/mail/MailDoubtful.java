package fr.vaguemestre.mail;

/**
 * Nobody knows: the connection was cut, or no answer came, while the message was handed over. A
 * retry might be a second letter (RFC 5321, 4.5.3.2.6).
 */
public class MailDoubtful extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MailDoubtful(String reason, Throwable cause) {
    super(reason, cause);
  }
}
