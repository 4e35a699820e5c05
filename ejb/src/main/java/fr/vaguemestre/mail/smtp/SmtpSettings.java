package fr.vaguemestre.mail.smtp;

import java.time.Duration;

/**
 * Where and how to hand mail over.
 *
 * @param login null for a server that asks for none
 * @param requireTls refuse to speak in clear; otherwise STARTTLS is used whenever it is offered
 * @param implicitTls TLS from the first byte (port 465)
 * @param connect how long to wait for the connection
 * @param exchange how long to wait for any one answer or write
 * @param envelopeFrom where mail servers report what did not arrive; null for the author
 */
public record SmtpSettings(
    String host,
    int port,
    String login,
    String password,
    boolean requireTls,
    boolean implicitTls,
    Duration connect,
    Duration exchange,
    String envelopeFrom) {

  /** Reports of what did not arrive go to the author. */
  public SmtpSettings(
      String host,
      int port,
      String login,
      String password,
      boolean requireTls,
      boolean implicitTls,
      Duration connect,
      Duration exchange) {
    this(host, port, login, password, requireTls, implicitTls, connect, exchange, null);
  }

  /** An open relay on the same network, with the usual patience. */
  public static SmtpSettings relay(String host, int port) {
    return new SmtpSettings(
        host, port, null, null, false, false, Duration.ofSeconds(10), Duration.ofMinutes(2));
  }

  /** The same, reports going to this address; empty for the author's own. */
  public SmtpSettings reportingTo(String address) {
    return new SmtpSettings(
        host,
        port,
        login,
        password,
        requireTls,
        implicitTls,
        connect,
        exchange,
        address.isBlank() ? null : address);
  }

  @Override
  public String toString() {
    return "SmtpSettings[" + host + ":" + port + ", login=" + login + "]";
  }
}
