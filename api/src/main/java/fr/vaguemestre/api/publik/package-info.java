/** Portail Publik: the addresses its portals know, in their own format. */
package fr.vaguemestre.api.publik;
