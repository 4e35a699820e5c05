package fr.vaguemestre.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * How an administrator wants an agent to be: who they are, where they sit, which groups of rights
 * they have.
 */
public record AgentWish(
    @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,59}") String login,
    @NotBlank @Size(max = 80) String firstName,
    @NotBlank @Size(max = 80) String lastName,
    @Size(max = 20) String civility,
    @Size(max = 160) String jobTitle,
    @Email @Size(max = 190) String email,
    @Size(max = 40) String phone,
    @NotEmpty @Valid List<Place> posts,
    @NotNull List<String> groups) {
  /** One post: the unit's code, the function held there, and whether it is the main one. */
  public record Place(@NotBlank String unit, @NotNull Function function, boolean main) {}
}
