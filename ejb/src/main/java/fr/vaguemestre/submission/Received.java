package fr.vaguemestre.submission;

import fr.vaguemestre.acknowledgement.Acknowledgement;
import java.time.Instant;

/** The answer to a submission, the same when it is repeated. */
public record Received(
    long id,
    String chrono,
    Instant receivedAt,
    Acknowledgement acknowledgement,
    String trackingCode) {}
