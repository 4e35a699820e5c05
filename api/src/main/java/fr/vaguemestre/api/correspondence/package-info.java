/**
 * Courrier: reading a letter with its documents, its history and its notes; the actions offered and
 * doing them.
 */
package fr.vaguemestre.api.correspondence;
