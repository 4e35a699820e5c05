package fr.vaguemestre.acknowledgement;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Mail that no person sent: acknowledging it could go on for ever (RFC 3834). */
public final class AutomaticMail {
  private static final Pattern NO_REPLY =
      Pattern.compile(
          "(no-?reply|ne-?pas-?repondre|do-?not-?reply|mailer-daemon|postmaster|bounces?)([+.-].*)?");
  private static final Pattern BULK = Pattern.compile("bulk|list|junk|auto_reply");

  private AutomaticMail() {}

  /**
   * Whether a message says that a program sent it.
   *
   * @param headers by their names in lower case, the first of each
   */
  public static boolean is(Map<String, String> headers) {
    var submitted = value(headers, "auto-submitted");
    return !submitted.isEmpty() && !submitted.replaceAll("[;\\s].*", "").equals("no")
        || headers.containsKey("return-path") && value(headers, "return-path").matches("(<\\s*>)?")
        || BULK.matcher(value(headers, "precedence")).matches()
        || headers.containsKey("list-id")
        || headers.containsKey("x-autoreply");
  }

  /** Whether nobody reads what is sent to this address. */
  public static boolean unread(String address) {
    int at = address.indexOf('@');
    return at > 0 && NO_REPLY.matcher(address.substring(0, at).toLowerCase(Locale.ROOT)).matches();
  }

  private static String value(Map<String, String> headers, String name) {
    return headers.getOrDefault(name, "").strip().toLowerCase(Locale.ROOT);
  }
}
