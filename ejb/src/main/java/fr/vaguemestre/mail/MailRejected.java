package fr.vaguemestre.mail;

import java.util.List;

/** Never: a 5xx answer, an address that is none, a header with a line break. Do not retry. */
public class MailRejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> addresses;

  public MailRejected(String reason, List<String> addresses, Throwable cause) {
    super(reason, cause);
    this.addresses = List.copyOf(addresses);
  }

  /** The addresses at fault; empty when the whole message is. */
  public List<String> addresses() {
    return addresses == null ? List.of() : addresses;
  }
}
