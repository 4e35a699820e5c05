package fr.vaguemestre.acknowledgement;

import java.util.Locale;

/** What the town gives for what it received. */
public enum AcknowledgementKind {
  /** Accusé d'enregistrement électronique, at once (R112-11-2). */
  AEE,
  /** Accusé de réception, electronic (R112-11-1) or on paper (R112-5). */
  ARE,
  /** Request for missing pieces (L114-5, R112-11-4). */
  PIECES,
  /** Sent on to the competent administration (L114-2). */
  TRANSFER,
  /** Attestation that silence accepted the request (L232-3). */
  ATTESTATION;

  /** The text shipped for it. */
  String resource() {
    return "/templates/acknowledgement/" + name().toLowerCase(Locale.ROOT) + ".txt";
  }
}
