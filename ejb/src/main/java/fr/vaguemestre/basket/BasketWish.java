package fr.vaguemestre.basket;

import fr.vaguemestre.access.Right;
import fr.vaguemestre.circuit.Action;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A basket as its screen makes it.
 *
 * @param section under which heading it stands: what is one's own, or what is a direction's
 * @param right who gets it: those with this right, null for all
 * @param groups codes of the groups whose members get it, empty for all
 * @param columns what its list shows beside the subject
 * @param opening the action whose form Enter and double click open; null for the letter alone
 */
public record BasketWish(
    @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String code,
    @NotBlank @Size(max = 80) String label,
    @NotNull Basket.Section section,
    @Min(0) @Max(999) int position,
    Right right,
    @NotNull List<String> groups,
    @NotNull BasketRule rule,
    @NotNull List<BasketColumn> columns,
    @NotNull BasketOrder order,
    boolean descending,
    Action opening,
    @NotNull BasketColour colour) {}
