package fr.vaguemestre.correspondence;

import java.time.LocalDate;

/**
 * The answer to a registration. {@code repeated}: it had been registered before, nothing was added.
 */
public record Registered(
    long id, String chrono, String state, LocalDate deadline, boolean repeated) {}
