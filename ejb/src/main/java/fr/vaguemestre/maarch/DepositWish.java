package fr.vaguemestre.maarch;

import fr.vaguemestre.correspondence.Registration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A letter as a tool registers it.
 *
 * @param registration its unit is a code, null for that of the account or of the type
 * @param externalName the tool's name of {@code externalId} ({@code grcId}); both null for none
 * @param customFields a JSON object, given back as it came
 */
public record DepositWish(
    @NotNull @Valid Registration registration,
    @Size(max = 60) String externalName,
    @Size(max = LONGEST_ID) String externalId,
    @NotNull @Size(max = 20000) String customFields) {
  static final int LONGEST_ID = 120;
}
