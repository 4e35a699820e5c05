package fr.vaguemestre.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * Where and of what a machine account is to be told.
 *
 * @param address an {@code https} address; {@code http} only to the networks the operator opened
 */
public record HookWish(
    @NotBlank @Size(max = 500) String address, @NotEmpty Set<HookEvent> events, boolean active) {
  public HookWish {
    events = Set.copyOf(events);
  }
}
