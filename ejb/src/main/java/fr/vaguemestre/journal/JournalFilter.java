package fr.vaguemestre.journal;

import java.time.LocalDate;

/**
 * Which entries of the town's journal are wanted; whatever is null does not narrow.
 *
 * @param agent part of the name or of the login of whoever acted, or in whose place
 * @param action a code
 * @param from first day, in the town's time zone
 * @param to last day
 * @param after {@link JournalPage#next} of the page before
 */
public record JournalFilter(
    String agent, String action, LocalDate from, LocalDate to, String after) {}
