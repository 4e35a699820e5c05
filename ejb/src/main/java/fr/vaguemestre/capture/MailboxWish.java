package fr.vaguemestre.capture;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A generic mailbox as an administrator wants it (O21); {@code id} is null for a new one, {@code
 * unit} a code.
 */
public record MailboxWish(
    Long id,
    @NotBlank @Email @Size(max = 190) String address,
    @NotBlank @Size(max = 120) String label,
    @NotBlank String unit,
    boolean active) {}
