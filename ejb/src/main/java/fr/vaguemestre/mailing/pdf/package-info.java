/** Publipostage: documents bound into one, by PDFBox. */
package fr.vaguemestre.mailing.pdf;
