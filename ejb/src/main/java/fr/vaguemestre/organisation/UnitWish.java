package fr.vaguemestre.organisation;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * How an administrator wants a unit to be. {@code parent} is the code of the unit above, null for
 * the town itself.
 */
public record UnitWish(
    @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,39}") String code,
    @NotBlank @Size(max = 160) String label,
    @NotBlank @Size(max = 60) String shortLabel,
    @NotNull UnitKind kind,
    String parent,
    @Email @Size(max = 190) String email,
    @Size(max = 40) String phone,
    @Size(max = 400) String address) {}
