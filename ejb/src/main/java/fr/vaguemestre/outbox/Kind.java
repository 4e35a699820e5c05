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
  /** Make the document of one recipient of a mailing: subject, the recipient. */
  MERGE_RECIPIENT(Lane.MERGE),
  /** Send it by mail: subject, the recipient. */
  MAIL_RECIPIENT(Lane.MAILING),
  /** Sign one letter of several: subject, the letter in its batch. */
  SIGN(Lane.SIGN),
  /** Send a mail of notifications: subject, the mail. */
  NOTIFY(Lane.OUTSIDE),
  /** Send an acknowledgement by mail: subject, the acknowledgement. */
  ACKNOWLEDGE(Lane.OUTSIDE),
  /** Acknowledge a qualified letter if its type says so: subject, the letter. */
  ACKNOWLEDGE_ALONE(Lane.OUTSIDE),
  /** Tell a portal what was decided: subject, the call. */
  CALL_PORTAL(Lane.OUTSIDE),
  /** Tell a partner's program what became of a submission: subject, the delivery. */
  CALL_WEBHOOK(Lane.OUTSIDE),
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
