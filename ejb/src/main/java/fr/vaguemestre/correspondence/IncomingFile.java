package fr.vaguemestre.correspondence;

/**
 * A file already kept in the content store, to be attached to a new letter. When it was dropped on
 * the registration screen it has been read already: {@code uploadId} says where to take the result
 * from, else null.
 */
public record IncomingFile(
    String name, String mediaType, long size, String sha256, Long uploadId) {}
