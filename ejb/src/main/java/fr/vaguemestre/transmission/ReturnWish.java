package fr.vaguemestre.transmission;

import java.time.LocalDate;

/**
 * A return: of which transmission (null for the only one that is out), on which day (today when
 * null), with which comment (may be null, 2,000 characters at most); or, {@code settled}, that
 * nothing came and nothing is awaited, of one whose mail never arrived.
 */
public record ReturnWish(
    Long transmission, LocalDate returnedOn, String comment, boolean settled) {}
