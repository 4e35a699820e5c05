/** Recherche: the page of results, its facets and its address. */
package fr.vaguemestre.web.search;
