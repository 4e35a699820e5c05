package fr.vaguemestre.qualification;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A document type as an administrator wants it. Delays in days are calendar days; {@code
 * legalDelay} and {@code retention} are ISO 8601 periods ({@code P2M}, {@code P10Y}).
 */
public record DocumentTypeWish(
    @NotBlank @Pattern(regexp = "[A-Z0-9_-]{1,40}") String code,
    @NotBlank @Size(max = 160) String label,
    @NotBlank @Size(max = 120) String domain,
    @NotBlank @Size(max = 120) String family,
    @Min(1) Integer processDelayDays,
    @NotNull Regime regime,
    @Pattern(regexp = "P[0-9]+[YMD]") String legalDelay,
    @Min(0) Integer reminderBeforeDays,
    @Min(0) Integer reminderAfterDays,
    @Pattern(regexp = "P[0-9]+[YMD]") String retention,
    String finalDisposition,
    String defaultUnit,
    boolean active) {}
