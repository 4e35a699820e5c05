package fr.vaguemestre.acknowledgement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A town's own text as somebody wants it.
 *
 * @param paper for the post; an AEE is electronic
 * @param unit code; null for the whole town
 * @param since the first day of receipt it is for
 */
public record TextWish(
    @NotNull AcknowledgementKind kind,
    boolean paper,
    String unit,
    @NotNull LocalDate since,
    @NotBlank @Size(max = 20000) String body) {}
