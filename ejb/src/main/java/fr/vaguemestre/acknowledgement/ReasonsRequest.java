package fr.vaguemestre.acknowledgement;

import java.time.LocalDate;

/**
 * The reasons of an implicit refusal, asked for (CRPA L232-4).
 *
 * @param refusedOn the day at whose end the refusal was born
 * @param givenOn null while they are owed
 */
public record ReasonsRequest(LocalDate refusedOn, LocalDate askedOn, LocalDate givenOn) {}
