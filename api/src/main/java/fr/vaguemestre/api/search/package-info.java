/** Recherche: searching, for programs. */
package fr.vaguemestre.api.search;
