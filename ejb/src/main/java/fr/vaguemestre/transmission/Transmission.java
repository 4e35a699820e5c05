package fr.vaguemestre.transmission;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A document of a letter handed to an outside service (SEN2). Its number is the letter's with a
 * mark of its own, {@code PONT/2026A/1.B}; it comes back once, with a file perhaps.
 */
@Entity
public class Transmission extends Owned {
  private static final int LETTERS = 26;

  @Column(name = "correspondence_id")
  private long correspondence;

  private int position;

  @Column(name = "document_id")
  private long document;

  @Column(name = "contact_id")
  private long contact;

  private String motive;

  @Column(name = "sent_on")
  private LocalDate sentOn;

  @Column(name = "expected_on")
  private LocalDate expectedOn;

  @Column(insertable = false, updatable = false)
  private boolean undelivered;

  @Column(name = "settled_on")
  private LocalDate settledOn;

  @Column(name = "returned_on")
  private LocalDate returnedOn;

  @Column(name = "return_words")
  private String returnWords;

  @Column(name = "return_document_id")
  private Long returnDocument;

  @Column(name = "asked_by")
  private long askedBy;

  @Column(name = "asked_for")
  private Long askedFor;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "returned_by")
  private Long returnedBy;

  @Column(name = "returned_for")
  private Long returnedFor;

  protected Transmission() {}

  Transmission(
      long correspondence,
      int position,
      TransmissionWish wish,
      long contact,
      LocalDate sentOn,
      Reader asker,
      Instant at) {
    this.correspondence = correspondence;
    this.position = position;
    this.document = wish.document();
    this.contact = contact;
    this.motive = wish.motive().strip();
    this.sentOn = sentOn;
    this.expectedOn = wish.expectedOn();
    this.askedBy = asker.actor();
    this.askedFor = asker.inPlaceOf();
    this.askedAt = at;
  }

  /** The mark of the so many-th transmission of a letter: A to Z, then AA, AB… */
  static String mark(long position) {
    var mark = new StringBuilder();
    for (long left = position; left > 0; left = (left - 1) / LETTERS) {
      mark.insert(0, (char) ('A' + (left - 1) % LETTERS));
    }
    return mark.toString();
  }

  /**
   * It has come back, once.
   *
   * @param file the id of the document that came with it, or null
   */
  void comeBack(Reader by, LocalDate on, String words, Long file) {
    refuseEnded();
    if (on.isBefore(sentOn)) {
      throw Refusal.field("returnedOn", "transmission.returned-before-sent", sentOn);
    }
    this.returnedOn = on;
    this.returnWords = words;
    this.returnDocument = file;
    this.returnedBy = by.actor();
    this.returnedFor = by.inPlaceOf();
  }

  /** It never arrived, and nothing is awaited any more: sent again, or done otherwise. */
  void settle(Reader by, LocalDate on, String words) {
    refuseEnded();
    if (!undelivered) {
      throw Refusal.field("settled", "transmission.arrived");
    }
    this.settledOn = on;
    this.returnWords = words;
    this.returnedBy = by.actor();
    this.returnedFor = by.inPlaceOf();
  }

  private void refuseEnded() {
    if (returnedOn != null) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "transmission.returned-already");
    }
    if (settledOn != null) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "transmission.settled-already");
    }
  }

  long correspondence() {
    return correspondence;
  }

  String mark() {
    return mark(position);
  }
}
