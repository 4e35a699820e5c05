package fr.vaguemestre.outbox;

import java.util.Locale;

/** A pool of workers. Slow work never waits in front of quick work. */
public enum Lane {
  /** Reading a dropped file that somebody is looking at. */
  DROPPED,
  /** Reading documents: as many at once as the setting allows. */
  EXTRACT,
  /** Office conversion. */
  OFFICE,
  /** Documents of one reply for many recipients, in nobody's way. */
  MERGE,
  /** Their mails: a server that does not answer holds up no document. */
  MAILING,
  /** Mail out and calls to other systems. */
  OUTSIDE,
  /** Putting griffes on letters whose signer waits. */
  SIGN,
  /** Long changes of the organisation and of circuits. */
  CHART,
  /** Whole towns that are exported or deleted. */
  TOWNS;

  /** As in metrics and messages. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
