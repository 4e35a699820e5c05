/**
 * Portail Publik: the addresses its portals sign, the forms they push, and the calls that tell them
 * what was decided.
 */
package fr.vaguemestre.publik;
