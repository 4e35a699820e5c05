package fr.vaguemestre.submission;

/**
 * A file of a submission, or the town's reply to it.
 *
 * @param id null for a reply
 * @param size in bytes; -1 when it is not known without a look at them
 * @param addition what it came with later; null for the submission itself
 */
public record Paper(
    Long id, String name, String mediaType, long size, String sha256, Long addition) {}
