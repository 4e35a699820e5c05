package fr.vaguemestre.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A machine account as an administrator wants it; units and types are codes.
 *
 * @param unit whose basket receives what it brings
 * @param perimeter it sends types of this unit and below; null for the whole town
 * @param types those it sends; none named, all of its perimeter
 * @param lastDay on which it may call, in the town's time zone; null for no end
 * @param callsPerMinute more of them in a minute are refused
 * @param networks it may call from (CIDR), between commas or blanks; null for anywhere
 */
public record ApiClientWish(
    @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,59}") String login,
    @NotBlank @Size(max = 80) String label,
    @NotBlank String unit,
    String perimeter,
    @NotNull List<String> types,
    @NotEmpty Set<Scope> scopes,
    LocalDate lastDay,
    @Min(1) @Max(100_000) int callsPerMinute,
    @Size(max = 1000) String networks) {
  /** What an account may call in a minute when nobody says otherwise. */
  public static final int USUAL_CALLS = 600;
}
