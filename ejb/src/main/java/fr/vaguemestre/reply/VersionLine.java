package fr.vaguemestre.reply;

import java.time.Instant;

/**
 * A version as the letter page shows it. {@code pdfSha256} is what a signer sees and signs; null
 * until converted.
 */
public record VersionLine(
    long id,
    int number,
    String author,
    Instant createdAt,
    String fileName,
    String mediaType,
    long size,
    Conversion conversion,
    String conversionReason,
    String pdfSha256,
    boolean signed) {}
