package fr.vaguemestre.notification;

import java.time.Instant;

/** A notification as its reader sees it; {@code by} is null when nobody did it (a deadline). */
public record NotificationLine(
    long id,
    Reason reason,
    Instant at,
    String by,
    long letter,
    String chrono,
    String subject,
    boolean read) {}
