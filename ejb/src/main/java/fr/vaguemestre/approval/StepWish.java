package fr.vaguemestre.approval;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** A step as whoever submits wants it: who (login) and for what. */
public record StepWish(@NotBlank String agent, @NotNull StepKind kind) {}
