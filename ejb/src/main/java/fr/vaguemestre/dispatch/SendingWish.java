package fr.vaguemestre.dispatch;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * How a reply is to leave. By mail: the address (the sender's own when null), subject and text
 * (usual ones when null). By post: the registered number, if any.
 */
public record SendingWish(
    @NotNull Means means,
    @Size(max = 190) String recipient,
    @Size(max = 400) String subject,
    @Size(max = 8000) String text,
    @Size(max = 60) String registeredNumber) {}
