package fr.vaguemestre.api.platform;

/** Addresses of what the API speaks of, from the host's root: {@code /api/v1/…}. */
public final class Hrefs {
  private static final String ROOT = "/api/v1/";

  private Hrefs() {}

  public static String to(Object... path) {
    var href = new StringBuilder(ROOT);
    for (int i = 0; i < path.length; i++) {
      href.append(i == 0 ? "" : "/").append(path[i]);
    }
    return href.toString();
  }

  public static String letter(long id, Object... path) {
    var href = new StringBuilder(to("correspondence", id));
    for (var part : path) {
      href.append('/').append(part);
    }
    return href.toString();
  }
}
