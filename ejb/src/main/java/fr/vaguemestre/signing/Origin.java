package fr.vaguemestre.signing;

/**
 * From where someone signs: network address and browser, cut to what the proof keeps (64 and 300
 * characters).
 */
public record Origin(String address, String userAgent) {
  public Origin {
    address = cut(address, 64);
    userAgent = cut(userAgent, 300);
  }

  private static String cut(String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }
}
