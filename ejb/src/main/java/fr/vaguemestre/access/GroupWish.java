package fr.vaguemestre.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * How an administrator wants a group to be: each right with where it holds. {@code seenVersion} is
 * the version the wish was made on, null for a new group.
 */
public record GroupWish(
    @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,39}") String code,
    @NotBlank @Size(max = 120) String label,
    @NotNull Map<Right, Perimeter> rights,
    Long seenVersion) {}
