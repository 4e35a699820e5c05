package fr.vaguemestre.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What is asked of one unit (its code), and by when; {@code dueOn} may be null. */
public record TaskRequest(
    @NotBlank String unit, @NotBlank @Size(max = 2000) String question, LocalDate dueOn) {}
