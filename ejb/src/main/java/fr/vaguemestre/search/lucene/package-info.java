/** Recherche: the Lucene index behind the search port, one folder a town. */
package fr.vaguemestre.search.lucene;
