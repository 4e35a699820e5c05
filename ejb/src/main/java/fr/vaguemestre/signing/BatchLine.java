package fr.vaguemestre.signing;

import fr.vaguemestre.platform.Refusal;

/**
 * What became of one letter of a batch.
 *
 * @param chrono and {@code subject}: null when the letter is not the reader's to see
 * @param placement where the griffe went ({@code AT_MARKER}, {@code LAST_PAGE}, {@code
 *     ADDED_PAGE}); null until signed
 * @param refusal why not; null unless refused
 */
public record BatchLine(
    long id,
    String chrono,
    String subject,
    BatchSignature.Status status,
    String placement,
    Refusal refusal) {}
