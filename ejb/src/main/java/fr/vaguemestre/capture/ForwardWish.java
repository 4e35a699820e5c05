package fr.vaguemestre.capture;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Sending what a unit received to the mail office (O2).
 *
 * @param about what it is, for whoever registers it
 * @param receivedOn the day it reached the unit: the arrival the law counts from
 */
public record ForwardWish(@NotBlank @Size(max = 400) String about, @NotNull LocalDate receivedOn) {}
