package fr.vaguemestre.api.platform;

import java.util.List;

/**
 * What went wrong, as RFC 9457 wants it. {@code code} is stable, the words are for people; {@code
 * incident} finds an unforeseen failure again in the server's log.
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    List<Item> errors,
    String incident) {
  /** Media type of a problem. */
  public static final String JSON = "application/problem+json";

  /** One field at fault. */
  public record Item(String field, String code, String detail) {}
}
