/** Portail Publik: the key an administrator agrees with a portal. */
package fr.vaguemestre.web.publik;
