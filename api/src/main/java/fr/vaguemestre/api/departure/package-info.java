/** Départ d'une collectivité: exports and deletions of towns, for the platform's own programs. */
package fr.vaguemestre.api.departure;
