package fr.vaguemestre.template;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A standard answer as whoever manages it wants it: {@code id} is null for a new one, whose {@code
 * kind} stays; {@code unit} a code, null for the whole town; {@code keywords} as people would type
 * them to find it.
 */
public record AnswerWish(
    Long id,
    @NotNull AnswerKind kind,
    String unit,
    @NotBlank @Size(max = 160) String title,
    @Size(max = 400) String keywords,
    @NotBlank @Size(max = 10_000) String body,
    boolean active) {}
