/** Recherche: a list of letters as a PDF, by PDFBox. */
package fr.vaguemestre.search.pdf;
