package fr.vaguemestre.correspondence;

/**
 * A letter has just been qualified, or qualified again, in the transaction one is in.
 *
 * @param type code of its type from now on
 */
public record LetterQualified(long letter, Channel channel, String type) {}
