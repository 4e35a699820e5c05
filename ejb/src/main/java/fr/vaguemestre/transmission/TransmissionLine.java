package fr.vaguemestre.transmission;

import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.dispatch.Sending;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A transmission as the letter page shows it. {@code number}: the letter's, with its mark; {@code
 * sending}: what became of the departure, {@code reason} why it failed; {@code inPlaceOf}: the
 * absent colleague it was done for, or null; what is about the return is null until it comes.
 */
public record TransmissionLine(
    long id,
    String mark,
    String number,
    long document,
    String documentName,
    String service,
    String motive,
    Means means,
    String recipient,
    Sending.Status sending,
    String reason,
    String registeredNumber,
    String askedBy,
    String inPlaceOf,
    Instant askedAt,
    LocalDate sentOn,
    LocalDate expectedOn,
    Status status,
    LocalDate returnedOn,
    LocalDate settledOn,
    String returnedBy,
    String returnComment,
    Long returnDocument,
    String returnDocumentName) {
  /**
   * Where it stands; late is awaited beyond its day, undelivered never arrived there, and settled
   * is awaited no more though it never arrived.
   */
  public enum Status {
    GONE,
    AWAITED,
    LATE,
    UNDELIVERED,
    SETTLED,
    RETURNED
  }
}
