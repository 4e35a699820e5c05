package fr.vaguemestre.publik;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a portal and the town agreed on.
 *
 * @param orig how the portal names itself in what it signs ({@code portail.example.fr})
 * @param key shared by both; null keeps the one before
 * @param portalUrl where it is called back ({@code https://demarches.example.fr/}); null for never
 */
public record PublikKeyWish(
    @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,189}") String orig,
    @Size(min = 12, max = 200) String key,
    @Size(max = 400) @Pattern(regexp = "https?://[^\\s@?#]+") String portalUrl) {}
