package fr.vaguemestre.mail.imap;

/** An IMAP account; {@code tls}: from the first byte (port 993), else in clear. */
public record ImapSettings(String host, int port, String user, String password, boolean tls) {
  @Override
  public String toString() {
    return "ImapSettings[" + host + ":" + port + ", user=" + user + "]";
  }
}
