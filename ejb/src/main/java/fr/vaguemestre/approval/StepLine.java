package fr.vaguemestre.approval;

import java.time.Instant;

/** A step as the letter page shows it. */
public record StepLine(
    long id,
    int round,
    int position,
    StepKind kind,
    String login,
    String agent,
    String jobTitle,
    ApprovalStep.Status status,
    Instant beganAt,
    Instant endedAt,
    String comment) {}
