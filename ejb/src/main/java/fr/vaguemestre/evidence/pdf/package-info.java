/** Preuve sur papier: plain text laid out as a PDF, by PDFBox. */
package fr.vaguemestre.evidence.pdf;
