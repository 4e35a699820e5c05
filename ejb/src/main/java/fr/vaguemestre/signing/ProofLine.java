package fr.vaguemestre.signing;

import java.time.Instant;

/**
 * The bundle of proofs of one signature, as its page and its JSON show it; {@code inPlaceOf}: the
 * absent agent signed for, or null; {@code attachedBy}: who attached the scan of a signature by
 * hand, or null; {@code certificate}: holder and issuer of the town's seal, and {@code
 * certificatePrint} its SHA-256, null but for a seal.
 */
public record ProofLine(
    SignatureKind kind,
    String signer,
    String inPlaceOf,
    String attachedBy,
    String jobTitle,
    Instant signedAt,
    String address,
    String userAgent,
    int version,
    String seenSha256,
    String griffeSha256,
    String signedSha256,
    String certificate,
    String certificatePrint) {}
