/** Courrier: the letter page, its documents, history and notes. */
package fr.vaguemestre.web.correspondence;
