package fr.vaguemestre.history;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What an application calls a type of demand. */
public record DemandType(
    @NotBlank @Size(max = 50) String id,
    @NotBlank @Size(max = 200) String label,
    @Size(max = 400) String url,
    @Size(max = 100) String appCode,
    @Size(max = 100) String category) {}
