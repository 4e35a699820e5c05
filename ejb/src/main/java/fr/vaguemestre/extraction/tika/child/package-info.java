/**
 * Processus enfant : code that runs only in the child process, on hostile bytes; depends on the JDK
 * and PDFBox.
 */
package fr.vaguemestre.extraction.tika.child;
