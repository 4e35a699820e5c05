package fr.vaguemestre.maarch;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A letter as Maarch Courrier's clients know it.
 *
 * @param status INIT to be qualified, NEW nobody's yet, COU under way, END closed
 * @param closedAt null unless it is
 * @param sender row id of the contact, null for none
 * @param customFields a JSON object
 */
public record MaarchLetter(
    long id,
    String chrono,
    String status,
    String statusLabel,
    String subject,
    String category,
    long type,
    String typeLabel,
    String priority,
    String priorityLabel,
    String priorityColour,
    long unit,
    String unitCode,
    String unitLabel,
    Instant registeredAt,
    LocalDate documentDate,
    LocalDate arrivalDate,
    LocalDate deadline,
    Instant closedAt,
    boolean confidential,
    Long sender,
    String senderName,
    String externalName,
    String externalId,
    String customFields) {}
