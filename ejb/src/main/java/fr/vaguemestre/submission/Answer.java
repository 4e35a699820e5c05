package fr.vaguemestre.submission;

import java.time.Instant;

/**
 * The town's reply as it was sent.
 *
 * @param means {@code EMAIL} or {@code POST}
 * @param text of the message when that is the reply itself; null otherwise
 * @param document the PDF that left; null when the message is the reply itself
 */
public record Answer(Instant sentAt, String means, String text, Paper document) {}
