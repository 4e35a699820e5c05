/** OCR, lecture : what a received document says, its first page as a picture, its media type. */
package fr.vaguemestre.extraction;
