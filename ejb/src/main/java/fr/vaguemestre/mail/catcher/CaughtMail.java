package fr.vaguemestre.mail.catcher;

import java.time.Instant;
import java.util.List;

/**
 * What the list shows of one caught message.
 *
 * @param id name of the file without {@code .eml}; newest ids sort last
 * @param receivedAt when it was caught
 * @param size bytes of the stored file
 */
public record CaughtMail(
    String id, Instant receivedAt, String from, List<String> to, String subject, long size) {

  /**
   * One message in full.
   *
   * @param messageId as sent, with angle brackets; empty when there was none
   * @param text plain body, or empty
   * @param html HTML body as sent, never to be shown unescaped; or empty
   */
  public record Content(
      CaughtMail line,
      String messageId,
      String replyTo,
      String text,
      String html,
      List<File> attachments) {}

  /** One attachment, decoded. */
  public record File(String name, String mediaType, byte[] bytes) {}
}
