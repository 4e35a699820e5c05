package fr.vaguemestre.acknowledgement;

/** What became of an acknowledgement. */
public enum Delivery {
  /** On its way by mail. */
  QUEUED,
  /** The mail server took it, or it was posted or answered: nobody says that it arrived. */
  SENT,
  /** To be printed and posted. */
  TO_POST,
  /** It will never leave, or a mail server says that it never arrived. */
  FAILED
}
