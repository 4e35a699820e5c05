/** Lecture par Tika, tesseract et poppler : extraction in child processes, never in the server. */
package fr.vaguemestre.extraction.tika;
