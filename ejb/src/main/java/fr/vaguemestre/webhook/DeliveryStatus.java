package fr.vaguemestre.webhook;

/** How far the telling of one thing is. */
public enum DeliveryStatus {
  /** To be tried when it is due. */
  WAITING,
  /** On its way. */
  QUEUED,
  /** The other side said that it has it. */
  DELIVERED,
  /** Tried no more, until somebody replays it. */
  LOST
}
