/** Accusés: what programs do for a request before the law, and where it stands. */
package fr.vaguemestre.api.acknowledgement;
