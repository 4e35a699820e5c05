/**
 * Recherche: the port to the full-text index, what a letter gives it and what a reader asks of it.
 */
package fr.vaguemestre.search;
