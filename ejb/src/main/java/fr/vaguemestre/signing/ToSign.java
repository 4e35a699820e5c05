package fr.vaguemestre.signing;

/** A letter open to the signer's signature: the reply's last version and the SHA-256 of its PDF. */
public record ToSign(
    long id, String chrono, String subject, String sender, int number, String seenSha256) {}
