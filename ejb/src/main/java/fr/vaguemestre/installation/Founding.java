package fr.vaguemestre.installation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/** A town to found, with its first administrator. The code opens the chrono numbers. */
public record Founding(
    @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9]{1,19}") String code,
    @NotBlank String name,
    String hostName,
    String address,
    String email,
    String phone,
    @NotBlank String adminLogin,
    @NotBlank String adminFirstName,
    @NotBlank String adminLastName) {}
