/** Preuve: taking a letter's journal out, and the public key that proves it. */
package fr.vaguemestre.web.evidence;
