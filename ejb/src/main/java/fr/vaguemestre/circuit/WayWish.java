package fr.vaguemestre.circuit;

import fr.vaguemestre.access.Right;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** A transition as its form gives it; see {@link Transition}. */
public record WayWish(
    @NotNull Action action,
    @NotBlank String from,
    @NotBlank String to,
    Right right,
    @NotNull Who who,
    @NotNull Set<Condition> conditions,
    @NotNull Set<Effect> effects,
    @NotNull Set<Requirement> required,
    @NotBlank @Size(max = 120) String label,
    @NotNull Transition.Prominence prominence,
    @Min(0) @Max(9999) int position) {
  Transition way() {
    return new Transition(
        action, from, to, right, who, conditions, effects, required, label, prominence);
  }
}
