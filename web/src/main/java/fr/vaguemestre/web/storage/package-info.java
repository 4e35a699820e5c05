/** Stockage: bytes streamed to a reader. */
package fr.vaguemestre.web.storage;
