package fr.vaguemestre.installation;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A town to found, with its first administrator. The code opens the chrono numbers and tells the
 * town of a login ({@code courrier@code}); the host name, if any, tells it too.
 */
public record Founding(
    @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9]{1,19}") String code,
    @NotBlank @Size(max = 120) String name,
    @Pattern(regexp = "[a-z0-9]([a-z0-9.-]{0,188}[a-z0-9])?") String hostName,
    @Size(max = 400) String address,
    @Email @Size(max = 190) String email,
    @Size(max = 40) String phone,
    @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,59}") String adminLogin,
    @NotBlank @Size(max = 80) String adminFirstName,
    @NotBlank @Size(max = 80) String adminLastName) {}
