package fr.vaguemestre.notification;

/** Whether a notification is told by mail too: in a moment, or with the next morning's others. */
public enum ByMail {
  NO,
  NOW,
  DIGEST
}
