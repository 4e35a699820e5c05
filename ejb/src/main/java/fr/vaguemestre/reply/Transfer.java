package fr.vaguemestre.reply;

/**
 * A COPY or a MOVE (RFC 4918, 9.8 and 9.9).
 *
 * @param deep with all that lies below, for a collection
 */
public record Transfer(String from, String to, boolean overwrite, boolean deep, boolean move) {}
