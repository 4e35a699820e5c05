package fr.vaguemestre.api.platform;

import java.io.IOException;
import java.io.OutputStream;

/** Decodes Base64 as it comes, of either alphabet (RFC 4648, 4 and 5); breaks and padding aside. */
final class Base64Sink {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private final OutputStream out;
  private int bits;
  private int held;
  private boolean padded;

  Base64Sink(OutputStream out) {
    this.out = out;
  }

  /** Whether a string of Base64 may hold this. */
  static boolean takes(int c) {
    return value(c) >= 0 || c == '=' || c == '\r' || c == '\n';
  }

  /**
   * @throws RequestRefused 400 for what is no Base64
   */
  void write(int c) throws IOException {
    if (c == '\r' || c == '\n') {
      return;
    }
    if (c == '=') {
      padded = true;
      return;
    }
    int value = value(c);
    if (value < 0 || padded) {
      throw new RequestRefused(400, "request.not-base64");
    }
    bits = bits << 6 | value;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out.write(bits >> held & 0xFF);
    }
  }

  private static int value(int c) {
    return switch (c) {
      case '-' -> 62;
      case '_' -> 63;
      default -> ALPHABET.indexOf(c);
    };
  }
}
