package fr.vaguemestre.capture;

/**
 * A file whose bytes are durable in the content store and whose type was told from its bytes; size
 * in bytes.
 */
public record StoredFile(String name, String mediaType, long size, String sha256) {}
