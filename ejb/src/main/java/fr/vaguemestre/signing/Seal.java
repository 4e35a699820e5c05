package fr.vaguemestre.signing;

import java.time.Instant;

/**
 * The town's certificate, for who administers it.
 *
 * @param print SHA-256 of the certificate
 */
public record Seal(
    String subject,
    String issuer,
    Instant from,
    Instant until,
    String print,
    boolean expired,
    boolean soon) {}
