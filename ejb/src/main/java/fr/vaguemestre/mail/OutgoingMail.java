package fr.vaguemestre.mail;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One message, complete: sending it twice sends the same bytes but for the date, under the same
 * Message-ID, so the receiving side can see a retry for what it is.
 *
 * @param messageId fixed by the caller before the first try, {@code <unique@domain>}
 * @param from a bare address, or one with a name ({@link #named})
 * @param replyTo null when answers go to {@code from}
 * @param to at least one address
 * @param subject one line
 * @param text the plain body, always there
 * @param html null for a plain message
 * @param headers extra headers, names in ASCII; those this record already holds are refused
 */
public record OutgoingMail(
    String messageId,
    String from,
    String replyTo,
    List<String> to,
    String subject,
    String text,
    String html,
    List<Attachment> attachments,
    Map<String, String> headers) {

  private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x7e&&[^<>]]+@[^<>\\s@]+>");
  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,60}");
  private static final Pattern OWN_HEADER =
      Pattern.compile(
          "(?i)(from|sender|reply-to|to|cc|bcc|subject|date|message-id|mime-version|content-.*)");

  /** A file as the receiver will see it; {@code name} is shown, {@code file} is read on sending. */
  public record Attachment(String name, String mediaType, Path file) {
    public Attachment {
      oneLine("attachment", Objects.requireNonNull(name));
      oneLine("attachment", Objects.requireNonNull(mediaType));
      Objects.requireNonNull(file);
    }
  }

  /** An address with the name it is shown under, whatever the name holds (RFC 5322, 3.4). */
  public static String named(String name, String address) {
    return "\"" + name.replaceAll("[\"\\\\\\p{Cntrl}]+", " ").strip() + "\" <" + address + ">";
  }

  /** Refuses whatever could forge a header or a second message. */
  public OutgoingMail {
    to = List.copyOf(to);
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
    headers = headers == null ? Map.of() : Map.copyOf(headers);
    Objects.requireNonNull(text, "text");
    oneLine("from", Objects.requireNonNull(from, "from"));
    oneLine("replyTo", replyTo);
    oneLine("subject", Objects.requireNonNull(subject, "subject"));
    oneLine("messageId", Objects.requireNonNull(messageId, "messageId"));
    to.forEach(address -> oneLine("to", address));
    if (to.isEmpty()) {
      throw new MailRejected("no recipient", List.of(), null);
    }
    if (!MESSAGE_ID.matcher(messageId).matches()) {
      throw new MailRejected("not a Message-ID: " + messageId, List.of(), null);
    }
    headers.forEach(
        (name, value) -> {
          oneLine(name, value);
          if (!HEADER_NAME.matcher(name).matches() || OWN_HEADER.matcher(name).matches()) {
            throw new MailRejected("header not allowed: " + name, List.of(), null);
          }
        });
  }

  private static void oneLine(String what, String value) {
    if (value != null && value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
      throw new MailRejected("control character in " + what, List.of(), null);
    }
  }
}
