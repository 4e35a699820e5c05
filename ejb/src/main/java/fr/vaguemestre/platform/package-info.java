/** Socle: the refusal and the clock, which every feature stands on. */
package fr.vaguemestre.platform;
