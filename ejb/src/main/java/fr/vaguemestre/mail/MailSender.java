package fr.vaguemestre.mail;

/** Hands one message to a mail server. An adapter never retries: the outbox does. */
public interface MailSender {

  /**
   * Returns once the server has answered for every recipient.
   *
   * @throws MailRejected the server, or the message itself, says never: do not retry
   * @throws MailDelayed the server is away, busy or says later: retry the same message
   */
  SendResult send(OutgoingMail mail);

  /** Whether the server takes connections now; within some seconds. Nothing is sent. */
  default boolean reachable() {
    return false;
  }
}
