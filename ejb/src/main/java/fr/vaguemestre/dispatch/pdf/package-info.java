/** Envoi: printing what leaves by post, on PDFBox. */
package fr.vaguemestre.dispatch.pdf;
