package fr.vaguemestre.publik;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A submission as a form of the portal's world.
 *
 * @param type code of the document type it was sent as
 * @param status of its letter, in the citizen's words
 * @param answers of the form, by the names the portal gives its fields
 * @param name of whoever asks, as they wrote it; null for none
 */
public record PublikForm(
    long id,
    long letter,
    String type,
    String typeLabel,
    String chrono,
    String trackingCode,
    String subject,
    Instant receivedAt,
    Instant since,
    String status,
    boolean closed,
    Instant withdrawnAt,
    Map<String, String> answers,
    String name,
    String email) {
  public PublikForm {
    answers = new LinkedHashMap<>(answers);
  }

  @Override
  public Map<String, String> answers() {
    return new LinkedHashMap<>(answers);
  }
}
