package fr.vaguemestre.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;

/**
 * What a mail server says became of a message (delivery status notification, RFC 3464).
 *
 * @param about Message-IDs of the message it may be about, with their angle brackets
 * @param failed true when it will never arrive, false when it is only late
 * @param recipient the address it could not reach, or null
 * @param original the address it was first for, before it was forwarded, or null
 * @param status the enhanced status code (RFC 3463), {@code 5.1.1}, or null
 * @param words what the other server answered, on one line, or null
 */
public record DeliveryReport(
    Set<String> about,
    boolean failed,
    String recipient,
    String original,
    String status,
    String words) {
  public DeliveryReport {
    about = Set.copyOf(about);
  }

  /**
   * Whether this address is the one it is about, and not one that it forwards to; true when the
   * report names none.
   */
  public boolean concerns(String address) {
    return recipient == null && original == null
        || same(recipient, address)
        || same(original, address);
  }

  private static boolean same(String one, String other) {
    return one != null && other != null && plain(one).equals(plain(other));
  }

  private static String plain(String address) {
    var bare = address.replaceAll("[<>\\s]", "").toLowerCase(Locale.ROOT);
    int at = bare.lastIndexOf('@');
    try {
      return bare.substring(0, at + 1) + IDN.toASCII(bare.substring(at + 1));
    } catch (IllegalArgumentException e) {
      return bare;
    }
  }
}
