package fr.vaguemestre.capture;

import java.time.LocalDate;

/** Where a letter was received before the mail office registered it (O2). */
public record LetterOrigin(String unit, String agent, String words, LocalDate receivedOn) {}
