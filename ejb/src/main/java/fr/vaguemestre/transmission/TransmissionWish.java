package fr.vaguemestre.transmission;

import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.dispatch.Means;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * What is handed outside: the id of one of the letter's documents, to {@code serviceId} (a known
 * contact) or {@code service}, why, by which means. {@code sentOn} is today when null, and always
 * by mail; {@code expectedOn}, the day a return is expected, may be null.
 */
public record TransmissionWish(
    @NotNull Long document,
    Long serviceId,
    @Valid ContactWish service,
    @NotBlank @Size(max = 2000) String motive,
    @NotNull Means means,
    LocalDate sentOn,
    LocalDate expectedOn,
    @Size(max = 60) String registeredNumber) {}
