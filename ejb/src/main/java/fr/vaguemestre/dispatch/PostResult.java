package fr.vaguemestre.dispatch;

import fr.vaguemestre.platform.Refusal;

/**
 * What became of one reply of a batch; {@code chrono} and {@code subject} are null when the letter
 * is not the reader's to see, {@code refusal} when it is posted.
 */
public record PostResult(long id, String chrono, String subject, Refusal refusal) {}
