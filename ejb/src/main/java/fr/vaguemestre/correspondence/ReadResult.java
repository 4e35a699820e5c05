package fr.vaguemestre.correspondence;

import fr.vaguemestre.extraction.ExtractionStatus;

/**
 * What reading a file gave: its status and why, its pages, its text, and the addresses of its
 * derived pieces.
 */
public record ReadResult(
    ExtractionStatus status,
    String reason,
    Integer pages,
    Integer pagesRead,
    String text,
    String renditionSha256,
    String thumbnailSha256) {}
