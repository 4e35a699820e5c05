package fr.vaguemestre.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What is handed to the archives, as the manifest tells it.
 *
 * @param number of the list
 * @param agency the archives' identifier, {@code agreement} the transfer agreement's; the latter
 *     null for none
 * @param producer the town's identifier; its code
 */
record Handover(
    String number,
    Instant at,
    String agency,
    String agreement,
    String producer,
    List<Letter> letters) {
  Handover {
    letters = List.copyOf(letters);
  }

  /** A letter: one unit of description. */
  record Letter(
      long id,
      String chrono,
      String subject,
      String description,
      LocalDate documentDate,
      LocalDate received,
      Instant registeredAt,
      LocalDate closedOn,
      LocalDate endsOn,
      String retention,
      List<Piece> pieces) {
    Letter {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * A file of a letter.
   *
   * @param uri where it lies in the package
   * @param sha512 hexadecimal
   */
  record Piece(String id, String uri, String name, String mediaType, String sha512, long size) {}
}
