/** Bureautique: the LibreOffice adapter of {@link fr.vaguemestre.office.DocumentConverter}. */
package fr.vaguemestre.office.jod;
