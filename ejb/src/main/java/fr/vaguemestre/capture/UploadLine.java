package fr.vaguemestre.capture;

import fr.vaguemestre.extraction.ExtractionStatus;

/**
 * A dropped file as the registration screen shows it; {@code size} in bytes, {@code reason} a
 * message key or null.
 */
public record UploadLine(
    long id,
    String name,
    String mediaType,
    long size,
    ExtractionStatus extraction,
    String reason,
    Integer pages,
    Integer pagesRead,
    boolean thumbnail) {}
