package fr.vaguemestre.template;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A standard answer as whoever manages it wants it: {@code id} is null for a new one, {@code unit}
 * a code, null for the whole town; {@code keywords} as people would type them to find it.
 */
public record AnswerWish(
    Long id,
    String unit,
    @NotBlank @Size(max = 160) String title,
    @Size(max = 400) String keywords,
    @NotBlank @Size(max = 10_000) String body,
    boolean active) {}
