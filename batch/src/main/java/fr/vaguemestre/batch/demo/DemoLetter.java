package fr.vaguemestre.batch.demo;

import java.util.List;

/**
 * One letter of the demo and how far its life has gone, as read from {@code demo/letters-*.json}.
 *
 * <p>Days are offsets from the loading day (0 today, -12 twelve days ago). Texts may hold {@link
 * DemoDates} marks. Logins, units, types and contacts refer to the {@link DemoTown} of the same
 * name.
 *
 * @param ref stable key of the letter in the demo, unique
 * @param contact sender of an incoming letter, addressee of an outgoing one, null if internal
 * @param author login of the writer of an outgoing or internal letter, else null
 * @param type document type code, null while the letter is to be qualified
 * @param unit the unit that answers; the mail office or Cabinet while the letter is to be qualified
 * @param assignedTo login, from {@link Stage#ASSIGNED} on, null if the unit's basket holds it
 */
public record DemoLetter(
    String ref,
    Category category,
    Channel channel,
    String contact,
    String author,
    String registeredBy,
    int documentDay,
    int arrivalDay,
    String subject,
    List<String> paragraphs,
    Paper paper,
    String type,
    String priority,
    String unit,
    List<String> copyUnits,
    List<String> copyAgents,
    boolean confidential,
    boolean sensitive,
    Stage stage,
    String assignedTo,
    List<Note> notes,
    Contribution contribution,
    Round round,
    List<Task> tasks,
    Transmission transmission,
    Reply reply,
    Closing closing) {

  public enum Category {
    INCOMING,
    OUTGOING,
    INTERNAL
  }

  public enum Channel {
    PAPER,
    EMAIL,
    WEB,
    PHONE,
    COUNTER
  }

  /** How far the loader takes the letter, in the order of its life. */
  public enum Stage {
    TO_QUALIFY,
    TO_PROCESS,
    ASSIGNED,
    CONTRIBUTION_ASKED,
    CONTRIBUTION_GIVEN,
    DRAFTED,
    IN_VISA,
    TO_SIGN,
    SIGNED,
    SENT,
    CLOSED_WITHOUT_REPLY;

    /** Whether a reply has been written at this stage. */
    public boolean hasReply() {
      return compareTo(DRAFTED) >= 0 && this != CLOSED_WITHOUT_REPLY;
    }
  }

  /** What the file looks like. */
  public record Paper(FileKind kind, Face face) {}

  public enum FileKind {
    PDF("application/pdf", "pdf"),
    SCAN("application/pdf", "pdf"),
    TIFF("image/tiff", "tif"),
    JPEG("image/jpeg", "jpg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    EML("message/rfc822", "eml");

    private final String contentType;
    private final String extension;

    FileKind(String contentType, String extension) {
      this.contentType = contentType;
      this.extension = extension;
    }

    public String contentType() {
      return contentType;
    }

    public String extension() {
      return extension;
    }
  }

  /** The writing: printed, typewritten or by hand. */
  public enum Face {
    SERIF,
    SANS,
    TYPEWRITER,
    HAND
  }

  /** A note; {@code unit} restricts it to that unit, null shows it to every viewer. */
  public record Note(String author, String unit, int day, String text) {}

  /** A contribution asked of a login or of a unit; {@code answer} is null while awaited. */
  public record Contribution(
      String askedBy,
      String askedOf,
      String askedOfUnit,
      int askedDay,
      int dueDay,
      String question,
      String answeredBy,
      Integer answeredDay,
      String answer) {}

  /** Opinions asked at once (CIR4); {@code sequential}: one after the other. */
  public record Round(
      String askedBy,
      int askedDay,
      int dueDay,
      String question,
      String reason,
      boolean sequential,
      List<Opinion> of) {}

  /** One of them, asked of a login or of a unit; {@code answer} is null while awaited. */
  public record Opinion(
      String agent, String unit, String answeredBy, Integer answeredDay, String answer) {}

  /** A task asked of a unit; {@code answer} is null while awaited. */
  public record Task(
      String askedBy,
      String unit,
      int askedDay,
      int dueDay,
      String question,
      String answeredBy,
      Integer answeredDay,
      String answer) {}

  /** Its file handed by post to an outside service, by its name; {@code day} it left. */
  public record Transmission(String service, String motive, int day, int expectedDay) {}

  /**
   * The reply. Each string of {@code paragraphs} is a paragraph; opening and closing formulas are
   * part of them.
   *
   * @param visas the chain of logins, in order
   * @param visasGiven how many of them have said yes
   * @param signer login of the signatory
   * @param onPaper whether they sign by hand; null for no
   * @param sentBy EMAIL or PAPER, null until sent
   * @param sentDay day of sending, null until sent
   */
  public record Reply(
      String author,
      int day,
      String subject,
      List<String> paragraphs,
      List<String> visas,
      int visasGiven,
      String signer,
      Boolean onPaper,
      Integer signedDay,
      Channel sentBy,
      Integer sentDay) {}

  /** Why a letter was closed without a reply. */
  public record Closing(String author, int day, String reason) {}
}
