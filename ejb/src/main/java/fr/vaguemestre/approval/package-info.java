/** Visa, parapheur: the chain of visas that ends in a signature. */
package fr.vaguemestre.approval;
