/** Historique: the journal of the whole town. */
package fr.vaguemestre.web.journal;
