package fr.vaguemestre.correspondence;

import fr.vaguemestre.extraction.ExtractionStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A letter as its page and the API show it: facts with their labels, its files, who has to do with
 * it.
 */
public record LetterView(
    long id,
    long version,
    String chrono,
    Category category,
    Channel channel,
    String subject,
    String typeCode,
    String typeLabel,
    String priorityCode,
    String priorityLabel,
    Long senderId,
    String sender,
    String senderEmail,
    String senderAddress,
    long unitId,
    String unitCode,
    String unitLabel,
    String assigneeLogin,
    String assignee,
    String registrant,
    String state,
    String stateLabel,
    String stateTone,
    boolean closed,
    Instant stateSince,
    LocalDate documentDate,
    LocalDate postmarkDate,
    LocalDate firstReceivedOn,
    LocalDate arrivalDate,
    Instant registeredAt,
    LocalDate deadline,
    String deadlineReason,
    boolean confidential,
    boolean sensitive,
    String externalId,
    List<DocumentLine> documents,
    List<ParticipantLine> participants) {
  /** One file; {@code size} in bytes, {@code reason} a message key or null. */
  public record DocumentLine(
      long id,
      Document.Role role,
      String name,
      String mediaType,
      long size,
      ExtractionStatus extraction,
      String reason,
      Integer pages,
      Integer pagesRead,
      boolean thumbnail,
      boolean rendition) {}

  /** An agent or unit besides the handler: {@code code} is a login or a unit code. */
  public record ParticipantLine(Participant.Role role, boolean unit, String code, String label) {}
}
