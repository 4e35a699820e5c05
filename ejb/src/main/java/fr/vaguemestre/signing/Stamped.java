package fr.vaguemestre.signing;

import fr.vaguemestre.signing.pdf.GriffeStamp.Placement;

/**
 * Three content addresses: the PDF seen, the griffe put on it, the PDF that came out; and where the
 * griffe went.
 */
record Stamped(String seen, String griffe, String signed, Placement placement) {}
