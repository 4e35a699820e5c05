/** Départ d'une collectivité: a town exported whole, a town deleted with proof. */
package fr.vaguemestre.departure;
