package fr.vaguemestre.notification;

/** Why somebody is told of a letter. */
public enum Reason {
  /** It came into their basket: each time it does. */
  NEW,
  COPIED,
  /** A contribution or a task is asked of them or of their unit. */
  ASKED,
  /** They were asked, have not answered, and whoever awaits it says so. */
  REMINDED,
  /** What they had asked has come. */
  ANSWERED,
  /** Their visa or signature is awaited. */
  APPROVAL,
  REFUSED,
  /** A sending came back. */
  RETURNED,
  /** Whoever sent the letter wrote again, supplied pieces or withdrew it. */
  ADDED,
  /** Silence decided of a request. */
  DECIDED,
  /** An acknowledgement that leaves by itself could not: something lacks. */
  NOT_ACKNOWLEDGED,
  /** An acknowledgement or the reasons of a refusal are due the next day worked, or today. */
  OWED_SOON,
  /** They were due and have not been given. */
  OVERDUE,
  /** A letter is held in quarantine, and silence is about to decide of it. */
  SILENCE_NEAR,
  /** Something was done to a letter they follow. */
  MOVED,
  DEADLINE_NEAR,
  LATE,
  /** What was handed to an outside service was to be back. */
  RETURN_LATE,
  /** What their people or the units below them left late for some days. */
  ESCALATED
}
