/** Historique: the append-only, hash-chained journal of every action. */
package fr.vaguemestre.journal;
