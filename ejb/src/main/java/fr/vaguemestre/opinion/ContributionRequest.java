package fr.vaguemestre.opinion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What is asked, of one agent (login) or one unit (code), and by when. */
public record ContributionRequest(
    String agent, String unit, @NotBlank @Size(max = 2000) String question, LocalDate dueOn) {}
