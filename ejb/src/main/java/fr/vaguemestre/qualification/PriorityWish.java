package fr.vaguemestre.qualification;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/** A priority as an administrator wants it; {@code days} are calendar days. */
public record PriorityWish(
    @NotBlank @Pattern(regexp = "[A-Z0-9_]{1,40}") String code,
    @NotBlank String label,
    @NotBlank @Pattern(regexp = "#[0-9a-f]{6}") String colour,
    @Min(1) int days,
    int position) {}
