package fr.vaguemestre.signing;

/** Three content addresses: the PDF seen, the griffe put on it, the PDF that came out. */
record Stamped(String seen, String griffe, String signed) {}
