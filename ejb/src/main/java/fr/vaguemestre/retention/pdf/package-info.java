/** Bordereaux sur papier: text and tables on A4, by PDFBox. */
package fr.vaguemestre.retention.pdf;
