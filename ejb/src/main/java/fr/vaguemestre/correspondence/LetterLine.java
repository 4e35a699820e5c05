package fr.vaguemestre.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A letter as a list shows it to one reader. {@code attachments} counts its files, {@code notes}
 * the notes open to all its viewers; {@code priorityDays} is the delay its priority gives; {@code
 * unread} and {@code followed} are this reader's own; {@code opinionDue} is the first day by which
 * an opinion is awaited that they asked for or owe, null for none.
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
    long notes,
    Instant stateSince,
    int priorityDays,
    boolean unread,
    boolean followed,
    List<String> tags,
    LocalDate opinionDue) {}
