package fr.vaguemestre.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/**
 * An absence as it is declared: of whom (login), from an instant (included) until another
 * (excluded), and which baskets go to which colleagues meanwhile; a basket may go to several.
 */
public record AbsenceWish(
    @NotBlank String agent,
    @NotNull Instant startsAt,
    @NotNull Instant endsAt,
    @NotNull @Size(max = 200) List<@Valid Given> baskets) {
  /** One basket (code) to one colleague (login). */
  public record Given(@NotBlank String basket, @NotBlank String replacement) {}
}
