/**
 * Griffe: the handwritten signature's image on our own PDFs, and the mark of a consultation copy.
 */
package fr.vaguemestre.signing.pdf;
