package fr.vaguemestre.signing;

/** Kinds of signature; a griffe is an image, not an electronic signature (Regulation 910/2014). */
public enum SignatureKind {
  GRIFFE,
  HANDWRITTEN_SCAN,
  ADVANCED,
  QUALIFIED,
  SEAL
}
