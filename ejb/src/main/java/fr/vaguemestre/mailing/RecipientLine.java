package fr.vaguemestre.mailing;

import fr.vaguemestre.platform.db.Row;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A recipient as the page of a mailing shows it; {@code reason} a message key or plain words. */
public record RecipientLine(String name, String address, Recipient.Status status, String reason) {
  static RecipientLine read(Row row) {
    return new RecipientLine(
        joined(" ", row.text("last_name"), row.text("first_name"), row.text("company")),
        row.text("email") != null
            ? row.text("email")
            : joined(", ", row.text("street"), row.text("city")),
        row.constant("status", Recipient.Status.class),
        row.text("reason"));
  }

  private static String joined(String between, String... words) {
    return Stream.of(words)
        .filter(w -> w != null && !w.isBlank())
        .collect(Collectors.joining(between));
  }
}
