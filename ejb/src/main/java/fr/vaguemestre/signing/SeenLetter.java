package fr.vaguemestre.signing;

/**
 * A letter to sign as its signer saw it: its version in the list, and the SHA-256 of the PDF of its
 * reply, null when there was none.
 */
public record SeenLetter(long id, long version, String seenSha256) {}
