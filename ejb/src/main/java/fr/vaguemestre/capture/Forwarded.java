package fr.vaguemestre.capture;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A file on its way from a unit to the mail office (O2); {@code givenBack} says why it was
 * returned, null while it waits.
 */
public record Forwarded(
    long upload,
    String name,
    String unit,
    String agent,
    String words,
    LocalDate receivedOn,
    Instant at,
    String givenBack) {}
