package fr.vaguemestre.signing;

import fr.vaguemestre.signing.pdf.GriffeStamp.Placement;
import java.security.cert.X509Certificate;

/**
 * Three content addresses: the PDF seen, the griffe put on it, the PDF that came out; where the
 * griffe went; and the certificate of the town's seal, null without one.
 */
record Stamped(
    String seen, String griffe, String signed, Placement placement, X509Certificate seal) {}
