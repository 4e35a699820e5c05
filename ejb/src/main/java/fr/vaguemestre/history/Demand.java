package fr.vaguemestre.history;

import java.time.Instant;

/**
 * A demand followed elsewhere, as it was last told.
 *
 * @param type its label, its id when nobody gave it one
 * @param application label of the machine account that tells of it
 * @param statusText its last words on where it stands, null for none
 */
public record Demand(
    long row,
    String demandId,
    String typeId,
    String type,
    String subtypeId,
    String reference,
    int statusId,
    Integer maxStep,
    Integer currentStep,
    String customerId,
    String connectionId,
    String application,
    String statusText,
    Instant firstAt,
    Instant lastAt) {
  /** Whether nothing more is expected. */
  public boolean over() {
    return DemandStatus.of(statusId).filter(DemandStatus::last).isPresent();
  }

  /** Where it stands, in words. */
  public String status() {
    return statusText != null
        ? statusText
        : DemandStatus.of(statusId).orElse(DemandStatus.UNDEFINED).label();
  }
}
