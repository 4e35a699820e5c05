package fr.vaguemestre.correspondence;

import java.time.LocalDate;

/**
 * A letter as a list shows it. {@code attachments} counts its files, {@code notes} the notes open
 * to all its viewers.
 */
public record LetterLine(
    long id,
    long version,
    String chrono,
    String subject,
    String sender,
    String typeLabel,
    String unitLabel,
    String assignee,
    String state,
    String stateLabel,
    String stateTone,
    boolean closed,
    String priorityLabel,
    String priorityColour,
    LocalDate arrivalDate,
    LocalDate deadline,
    boolean confidential,
    long attachments,
    long notes) {}
