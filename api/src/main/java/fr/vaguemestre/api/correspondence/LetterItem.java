package fr.vaguemestre.api.correspondence;

import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.correspondence.LetterLine;
import java.time.LocalDate;
import java.util.List;

/**
 * A letter in a list; {@code unread} and {@code followed} are the caller's own marks, {@code
 * inPlaceOf} names the absent colleague for whom it is in the caller's basket, {@code snippet} is
 * null outside a search.
 */
public record LetterItem(
    long id,
    long version,
    String chrono,
    String subject,
    String sender,
    String type,
    String unit,
    String assignee,
    String state,
    String stateLabel,
    boolean closed,
    String priority,
    LocalDate arrivalDate,
    LocalDate deadline,
    boolean confidential,
    long documents,
    boolean unread,
    boolean followed,
    List<String> tags,
    LocalDate opinionDue,
    String inPlaceOf,
    String snippet,
    String href) {
  /**
   * @param inPlaceOf the absent colleague's name, or null
   */
  public static LetterItem inBasket(LetterLine line, String inPlaceOf) {
    return of(line, inPlaceOf, null);
  }

  /**
   * @param snippet escaped HTML whose only tag is {@code <mark>}
   */
  public static LetterItem found(LetterLine line, String snippet) {
    return of(line, null, snippet);
  }

  private static LetterItem of(LetterLine line, String inPlaceOf, String snippet) {
    return new LetterItem(
        line.id(),
        line.version(),
        line.chrono(),
        line.subject(),
        line.sender(),
        line.typeLabel(),
        line.unitLabel(),
        line.assignee(),
        line.state(),
        line.stateLabel(),
        line.closed(),
        line.priorityLabel(),
        line.arrivalDate(),
        line.deadline(),
        line.confidential(),
        line.attachments(),
        line.unread(),
        line.followed(),
        line.tags(),
        line.opinionDue(),
        inPlaceOf,
        snippet,
        Hrefs.letter(line.id()));
  }
}
