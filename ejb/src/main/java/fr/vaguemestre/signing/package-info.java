/** Signature, griffe: who signs what, on which bytes, with which proofs. */
package fr.vaguemestre.signing;
