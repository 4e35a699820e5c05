package fr.vaguemestre.qualification;

import fr.vaguemestre.delay.Regime;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A document type as an administrator wants it. Delays in days are calendar days, the type's own
 * working days when {@code processDelayWorked}; {@code legalDelay} and {@code retention} are ISO
 * 8601 periods ({@code P2M}, {@code P10Y}); {@code blockingPieces} are what a request cannot do
 * without, one a line; {@code acknowledgedAlone} has the ARE of electronic letters leave by itself
 * once they are qualified.
 */
public record DocumentTypeWish(
    @NotBlank @Pattern(regexp = "[A-Z0-9_-]{1,40}") String code,
    @NotBlank @Size(max = 160) String label,
    @NotBlank @Size(max = 120) String domain,
    @NotBlank @Size(max = 120) String family,
    @Min(1) @Max(3650) Integer processDelayDays,
    boolean processDelayWorked,
    @NotNull Regime regime,
    @Pattern(regexp = "P[1-9][0-9]{0,3}[YMD]") String legalDelay,
    @Size(max = 2000) String blockingPieces,
    @Min(0) Integer reminderBeforeDays,
    @Min(0) Integer reminderAfterDays,
    boolean acknowledgedAlone,
    @Pattern(regexp = "P[1-9][0-9]{0,2}[YMD]") String retention,
    RetentionStart retentionStart,
    Disposition finalDisposition,
    String defaultUnit,
    boolean active) {

  /** A type with a delay in calendar days and no piece to wait for, kept from the closing on. */
  public DocumentTypeWish(
      String code,
      String label,
      String domain,
      String family,
      Integer processDelayDays,
      Regime regime,
      String legalDelay,
      Integer reminderBeforeDays,
      Integer reminderAfterDays,
      String retention,
      Disposition finalDisposition,
      String defaultUnit,
      boolean active) {
    this(
        code,
        label,
        domain,
        family,
        processDelayDays,
        false,
        regime,
        legalDelay,
        null,
        reminderBeforeDays,
        reminderAfterDays,
        false,
        retention,
        retention == null ? null : RetentionStart.CLOSING,
        finalDisposition,
        defaultUnit,
        active);
  }

  /**
   * How long its letters are kept; null when it does not say.
   *
   * @throws fr.vaguemestre.platform.Refusal when a part of the rule is missing
   */
  RetentionRule kept() {
    return RetentionRule.of(retention, retentionStart, finalDisposition);
  }
}
