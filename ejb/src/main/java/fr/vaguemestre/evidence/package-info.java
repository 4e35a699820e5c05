/** Preuve: a letter's journal taken out, signed by the town, and checked afterwards. */
package fr.vaguemestre.evidence;
