package fr.vaguemestre.api.correspondence;

import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.correspondence.Category;
import fr.vaguemestre.correspondence.Channel;
import fr.vaguemestre.correspondence.Document;
import fr.vaguemestre.correspondence.LetterView;
import fr.vaguemestre.correspondence.Participant;
import fr.vaguemestre.extraction.ExtractionStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A letter, whole. {@code version} is what its ETag says. */
public record LetterResponse(
    long id,
    long version,
    String chrono,
    Category category,
    Channel channel,
    String subject,
    Coded type,
    Coded priority,
    Sender sender,
    Coded unit,
    Coded assignee,
    String registrant,
    String state,
    String stateLabel,
    boolean closed,
    Instant stateSince,
    LocalDate documentDate,
    LocalDate postmarkDate,
    LocalDate firstReceivedOn,
    LocalDate arrivalDate,
    Instant registeredAt,
    LocalDate deadline,
    boolean confidential,
    boolean sensitive,
    String externalId,
    Extraction extraction,
    List<DocumentItem> documents,
    List<ParticipantItem> participants,
    Map<String, String> links) {

  /** A code and its label; an agent's code is their login. */
  public record Coded(String code, String label) {}

  public record Sender(long id, String name, String email, String address) {}

  /** How far reading went; {@code reason} is a stable code, null when there is nothing to say. */
  public record Extraction(ExtractionStatus status, String reason) {}

  /** A file; {@code size} in bytes. */
  public record DocumentItem(
      long id,
      Document.Role role,
      String name,
      String mediaType,
      long size,
      Integer pages,
      Integer pagesRead,
      Extraction extraction,
      Map<String, String> links) {}

  /** Someone besides the handler who sees it; {@code unit} tells a unit's code from a login. */
  public record ParticipantItem(Participant.Role role, boolean unit, String code, String label) {}

  public static LetterResponse of(LetterView v) {
    return new LetterResponse(
        v.id(),
        v.version(),
        v.chrono(),
        v.category(),
        v.channel(),
        v.subject(),
        new Coded(v.typeCode(), v.typeLabel()),
        new Coded(v.priorityCode(), v.priorityLabel()),
        v.senderId() == null
            ? null
            : new Sender(v.senderId(), v.sender(), v.senderEmail(), blankToNull(v.senderAddress())),
        new Coded(v.unitCode(), v.unitLabel()),
        v.assigneeLogin() == null ? null : new Coded(v.assigneeLogin(), v.assignee()),
        v.registrant(),
        v.state(),
        v.stateLabel(),
        v.closed(),
        v.stateSince(),
        v.documentDate(),
        v.postmarkDate(),
        v.firstReceivedOn(),
        v.arrivalDate(),
        v.registeredAt(),
        v.deadline(),
        v.confidential(),
        v.sensitive(),
        v.externalId(),
        overall(v.documents()),
        v.documents().stream().map(d -> document(v.id(), d)).toList(),
        v.participants().stream()
            .map(p -> new ParticipantItem(p.role(), p.unit(), p.code(), p.label()))
            .toList(),
        links(v.id()));
  }

  /** Where a program can go from a letter, by name. */
  public static Map<String, String> links(long id) {
    var links = new LinkedHashMap<String, String>();
    links.put("self", Hrefs.letter(id));
    Stream.of(
            "content",
            "thumbnail",
            "history",
            "actions",
            "documents",
            "notes",
            "contributions",
            "tasks",
            "reply",
            "approval",
            "proofs",
            "sendings")
        .forEach(name -> links.put(name, Hrefs.letter(id, name)));
    return links;
  }

  /**
   * One word for all files: pending while one is, done when all are (or there is none), the common
   * one when they agree, else partial; the reason is the first one that went wrong.
   */
  private static Extraction overall(List<LetterView.DocumentLine> documents) {
    var statuses = documents.stream().map(LetterView.DocumentLine::extraction).distinct().toList();
    var status =
        statuses.contains(ExtractionStatus.PENDING)
            ? ExtractionStatus.PENDING
            : statuses.isEmpty()
                ? ExtractionStatus.DONE
                : statuses.size() == 1 ? statuses.getFirst() : ExtractionStatus.PARTIAL;
    var reason =
        documents.stream()
            .filter(d -> d.reason() != null)
            .min((a, b) -> Boolean.compare(read(a), read(b)))
            .map(LetterView.DocumentLine::reason)
            .orElse(null);
    return new Extraction(status, reason);
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static boolean read(LetterView.DocumentLine document) {
    return document.extraction() == ExtractionStatus.DONE;
  }

  private static DocumentItem document(long letter, LetterView.DocumentLine d) {
    var links = new LinkedHashMap<String, String>();
    links.put("content", Hrefs.letter(letter, "content?document=" + d.id()));
    if (d.rendition()) {
      links.put(
          "rendition", Hrefs.letter(letter, "content?document=" + d.id()) + "&rendition=true");
    }
    if (d.thumbnail()) {
      links.put("thumbnail", Hrefs.letter(letter, "thumbnail?document=" + d.id()));
    }
    return new DocumentItem(
        d.id(),
        d.role(),
        d.name(),
        d.mediaType(),
        d.size(),
        d.pages(),
        d.pagesRead(),
        new Extraction(d.extraction(), d.reason()),
        links);
  }
}
