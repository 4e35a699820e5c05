/** Départ d'une collectivité: asking for its archive or its deletion, and what came of it. */
package fr.vaguemestre.web.departure;
