/** Preuve: a letter's journal taken out, signed by the town. */
package fr.vaguemestre.api.evidence;
