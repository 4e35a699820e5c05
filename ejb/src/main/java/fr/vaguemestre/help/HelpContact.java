package fr.vaguemestre.help;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Whom to turn to (O20): for the use of the product, or when the machine fails. */
public record HelpContact(
    @NotNull Kind kind,
    @NotBlank @Size(max = 120) String name,
    @Email @Size(max = 190) String email,
    @Size(max = 40) String phone,
    @Size(max = 1000) String details) {
  /** What the contact answers. */
  public enum Kind {
    FUNCTIONAL,
    TECHNICAL
  }
}
