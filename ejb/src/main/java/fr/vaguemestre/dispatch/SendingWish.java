package fr.vaguemestre.dispatch;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * How a reply is to leave. By mail: the address (the sender's own when null), subject and text
 * (usual ones when null). By post: the registered number, if any.
 *
 * @param template code of an e-mail's template, the text goes where it says; null for plain text
 * @param alone the message is the reply: its PDF is not attached
 * @param interim it decides nothing (réponse d'attente): the letter goes on, and so does the delay
 *     of silence
 */
public record SendingWish(
    @NotNull Means means,
    @Size(max = 190) String recipient,
    @Size(max = 400) String subject,
    @Size(max = 8000) String text,
    @Size(max = 60) String registeredNumber,
    @Size(max = 40) String template,
    boolean alone,
    boolean interim) {

  /** One that answers. */
  public SendingWish(
      Means means,
      String recipient,
      String subject,
      String text,
      String registeredNumber,
      String template,
      boolean alone) {
    this(means, recipient, subject, text, registeredNumber, template, alone, false);
  }

  /** A plain message, the reply attached; or a letter posted. */
  public SendingWish(
      Means means, String recipient, String subject, String text, String registeredNumber) {
    this(means, recipient, subject, text, registeredNumber, null, false);
  }
}
