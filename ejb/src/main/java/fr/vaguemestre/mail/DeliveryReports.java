package fr.vaguemestre.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises delivery reports among messages: {@code multipart/report; report-type=delivery-status}
 * (RFC 6522) whose second part says what failed. Only the parts at the top are looked at, in the
 * first {@link #LONGEST} bytes: what failed comes before the message sent back.
 */
public final class DeliveryReports {
  /** Bytes of a message that are looked at. */
  public static final int LONGEST = 1_000_000;

  private static final int PARTS = 5;
  private static final int GROUPS = 20;
  private static final int WORDS = 200;
  private static final Pattern MESSAGE_ID = Pattern.compile("<[\\x21-\\x7e&&[^<>]]{3,180}>");
  private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

  private DeliveryReports() {}

  /** The report that these bytes are; empty for any other message, however broken. */
  public static Optional<DeliveryReport> read(byte[] raw) {
    try {
      var start = new ByteArrayInputStream(raw, 0, Math.min(raw.length, LONGEST));
      var message = new MimeMessage(Session.getInstance(new Properties()), start);
      var type = new ContentType(message.getContentType());
      boolean report =
          type.match("multipart/report")
              && "delivery-status".equalsIgnoreCase(type.getParameter("report-type"));
      return report && message.getContent() instanceof MimeMultipart parts
          ? read(message, parts)
          : Optional.empty();
    } catch (MessagingException | IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<DeliveryReport> read(MimeMessage message, MimeMultipart parts)
      throws MessagingException, IOException {
    var about = new HashSet<String>();
    ids(message.getHeader("In-Reply-To"), about);
    ids(message.getHeader("References"), about);
    List<InternetHeaders> fields = List.of();
    for (int i = 0; i < Math.min(PARTS, parts.getCount()); i++) {
      var part = parts.getBodyPart(i);
      if (part.isMimeType("message/delivery-status") && fields.isEmpty()) {
        fields = groups(part);
      } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
        try (var original = part.getInputStream()) {
          ids(new InternetHeaders(original).getHeader("Message-ID"), about);
        }
      }
    }
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    ids(fields.getFirst().getHeader("Original-Envelope-Id"), about);
    return worst(fields.subList(1, fields.size())).map(of -> report(about, of));
  }

  /** Of the recipients' fields, the first that failed, else the first that is late. */
  private static Optional<InternetHeaders> worst(List<InternetHeaders> recipients) {
    return recipients.stream()
        .filter(of -> "failed".equals(action(of)))
        .findFirst()
        .or(() -> recipients.stream().filter(of -> "delayed".equals(action(of))).findFirst());
  }

  private static DeliveryReport report(Set<String> about, InternetHeaders of) {
    var status = STATUS.matcher(String.valueOf(first(of, "Status")));
    var recipient = afterType(first(of, "Final-Recipient"));
    return new DeliveryReport(
        about,
        "failed".equals(action(of)),
        recipient,
        afterType(first(of, "Original-Recipient")),
        status.find() ? status.group() : null,
        afterType(first(of, "Diagnostic-Code")));
  }

  /** The message's fields, then those of each recipient, apart by blank lines (RFC 3464, 2.1). */
  private static List<InternetHeaders> groups(Part part) throws MessagingException, IOException {
    var groups = new ArrayList<InternetHeaders>();
    try (InputStream in = part.getInputStream()) {
      var bytes = new ByteArrayInputStream(in.readAllBytes());
      while (bytes.available() > 0 && groups.size() < GROUPS) {
        groups.add(new InternetHeaders(bytes));
      }
    }
    return groups;
  }

  private static void ids(String[] headers, Set<String> found) {
    for (var header : headers == null ? new String[0] : headers) {
      MESSAGE_ID.matcher(header).results().limit(GROUPS).forEach(id -> found.add(id.group()));
    }
  }

  private static String action(InternetHeaders of) {
    var action = first(of, "Action");
    return action == null ? "" : action.toLowerCase(Locale.ROOT);
  }

  private static String first(InternetHeaders of, String name) {
    var values = of.getHeader(name);
    return values == null ? null : values[0].strip();
  }

  /** {@code rfc822; a@b.fr} and {@code smtp; 550 …} without their type, on one line. */
  private static String afterType(String value) {
    if (value == null) {
      return null;
    }
    var text = value.substring(value.indexOf(';') + 1).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return text.length() <= WORDS ? text : text.substring(0, WORDS - 1) + "…";
  }
}
