package fr.vaguemestre.approval;

import java.time.Instant;

/**
 * A step as the letter page shows it; {@code replacedBy} is who did it in the agent's absence, or
 * null.
 */
public record StepLine(
    long id,
    int round,
    int position,
    StepKind kind,
    String login,
    String agent,
    String jobTitle,
    String replacedBy,
    ApprovalStep.Status status,
    Instant beganAt,
    Instant endedAt,
    String comment) {}
