package fr.vaguemestre.batch.demo;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;

/** Writes an e-mail as a mail server keeps it (RFC 5322, MIME), with at most one attachment. */
public final class MailWriter {
  private static final String BOUNDARY = "=_vaguemestre-demo";
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));

  /**
   * @param id left part of the Message-ID; the right part is the sender's domain
   * @param attachment a PDF, null for none
   * @return the bytes of an .eml file
   */
  public byte[] eml(
      String id,
      String fromName,
      String from,
      String to,
      ZonedDateTime sent,
      String subject,
      List<String> paragraphs,
      String attachmentName,
      byte[] attachment) {
    String domain = from.substring(from.indexOf('@') + 1);
    StringBuilder mail = new StringBuilder();
    header(mail, "From", word(fromName) + " <" + from + ">");
    header(mail, "To", "<" + to + ">");
    header(mail, "Subject", word(subject));
    header(mail, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(sent));
    header(mail, "Message-ID", "<" + id + "@" + domain + ">");
    header(mail, "MIME-Version", "1.0");
    header(mail, "Content-Type", "multipart/mixed; boundary=\"" + BOUNDARY + "\"");
    byte[] text = (String.join("\r\n\r\n", paragraphs) + "\r\n").getBytes(StandardCharsets.UTF_8);
    part(mail, "text/plain; charset=UTF-8", null, text);
    if (attachment != null) {
      part(mail, "application/pdf", attachmentName, attachment);
    }
    mail.append("\r\n--").append(BOUNDARY).append("--\r\n");
    return mail.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void header(StringBuilder mail, String name, String value) {
    mail.append(name).append(": ").append(value).append("\r\n");
  }

  private static void part(StringBuilder mail, String type, String name, byte[] bytes) {
    mail.append("\r\n--").append(BOUNDARY).append("\r\n");
    header(mail, "Content-Type", type);
    header(mail, "Content-Transfer-Encoding", "base64");
    if (name != null) {
      header(mail, "Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
    mail.append("\r\n").append(LINES.encodeToString(bytes));
  }

  /** Encoded words of at most 75 characters each (RFC 2047). */
  private static String word(String text) {
    StringBuilder words = new StringBuilder();
    StringBuilder piece = new StringBuilder();
    for (int point : text.codePoints().toArray()) {
      if ((piece + Character.toString(point)).getBytes(StandardCharsets.UTF_8).length > 45) {
        words.append(encoded(piece)).append("\r\n ");
        piece.setLength(0);
      }
      piece.appendCodePoint(point);
    }
    return words.append(encoded(piece)).toString();
  }

  private static String encoded(StringBuilder piece) {
    byte[] bytes = piece.toString().getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }
}
