package fr.vaguemestre.acknowledgement;

import java.time.Instant;

/**
 * An acknowledgement as it was given.
 *
 * @param recipient an address, postal in lines; null when it was in the answer alone
 * @param reason why it did not leave or arrive, or is late; null otherwise
 */
public record Acknowledgement(
    AcknowledgementKind kind,
    String number,
    String text,
    Instant madeAt,
    Way way,
    String recipient,
    Delivery delivery,
    String reason) {}
