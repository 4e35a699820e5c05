/** Signature: the password again, the bytes seen, the proofs. */
package fr.vaguemestre.web.signing;
