package fr.vaguemestre.circuit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A state as its form or a file gives it; see {@link State}. */
public record StateWish(
    @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String code,
    @NotBlank @Size(max = 120) String label,
    @NotBlank @Size(max = 120) String citizenLabel,
    @NotNull @Pattern(regexp = "plain|info|soon|late|done") String tone,
    @Size(max = 30) String icon,
    boolean initial,
    boolean closed,
    boolean inCircuit,
    @Min(0) @Max(9999) int position) {
  State state() {
    return new State(
        code, label, citizenLabel, tone, icon == null ? "" : icon, initial, closed, inCircuit);
  }
}
