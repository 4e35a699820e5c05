/** Signature: signing, and the proofs. */
package fr.vaguemestre.api.signing;
