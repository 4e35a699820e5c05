package fr.vaguemestre.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The chain's arithmetic: each hash is SHA-256 over the hash before it and the entry's fields, each
 * field written as its length in UTF-8 bytes, a colon and its text, so that no two entries can read
 * the same.
 */
public final class JournalChain {
  /** The hash before the first entry of a town. */
  public static final String START = "0".repeat(64);

  private JournalChain() {}

  public static String next(String previous, int tenant, long number, JournalEntry entry) {
    var sha256 = digest();
    for (var field :
        new Object[] {
          previous,
          tenant,
          number,
          entry.id(),
          entry.at(),
          entry.actor(),
          entry.forAgent(),
          entry.correspondence(),
          entry.action(),
          entry.before(),
          entry.after(),
          entry.facts()
        }) {
      var bytes = field == null ? null : field.toString().getBytes(StandardCharsets.UTF_8);
      sha256.update(
          ((bytes == null ? "-" : Integer.toString(bytes.length)) + ":")
              .getBytes(StandardCharsets.US_ASCII));
      if (bytes != null) {
        sha256.update(bytes);
      }
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
