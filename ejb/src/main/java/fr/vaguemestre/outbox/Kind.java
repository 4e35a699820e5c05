package fr.vaguemestre.outbox;

/** What an intention is about; its subject is the row id of the named thing. */
public enum Kind {
  /** Read a document of a letter: subject, the document. */
  EXTRACT_DOCUMENT(Lane.EXTRACT),
  /** Read a dropped file not yet registered: subject, the upload. */
  EXTRACT_UPLOAD(Lane.DROPPED),
  /** Make the PDF of a reply version: subject, the version. */
  CONVERT_REPLY(Lane.OFFICE),
  /** Send a mail: subject, the sending. */
  SEND_MAIL(Lane.OUTSIDE),
  /** Sign one letter of several: subject, the letter in its batch. */
  SIGN(Lane.SIGN),
  /** Hand on what a closed unit or agent holds: subject, the closure. */
  REASSIGN(Lane.CHART),
  /** Move letters from a version of the circuit to another: subject, the passage. */
  PASS(Lane.CHART),
  /** Write a town's archive: subject, the job; an intention of the platform's own town. */
  EXPORT_TOWN(Lane.TOWNS),
  /** Delete a town: subject, the job; an intention of the platform's own town. */
  DELETE_TOWN(Lane.TOWNS);

  private final Lane lane;

  Kind(Lane lane) {
    this.lane = lane;
  }

  public Lane lane() {
    return lane;
  }
}
