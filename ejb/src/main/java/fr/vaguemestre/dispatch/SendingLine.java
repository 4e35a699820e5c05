package fr.vaguemestre.dispatch;

import java.time.Instant;

/** A departure as the letter page shows it; {@code inPlaceOf}: the absent agent, or null. */
public record SendingLine(
    long id,
    Means means,
    String recipient,
    String subject,
    Sending.Status status,
    boolean interim,
    String reason,
    String registeredNumber,
    String askedBy,
    String inPlaceOf,
    Instant askedAt,
    Instant doneAt) {}
