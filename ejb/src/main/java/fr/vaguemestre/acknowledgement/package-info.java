/**
 * Accusés: what the town owes for a letter before the law (AEE, ARE, request for pieces, transfer,
 * attestation), its mandatory mentions, and where a request stands.
 */
package fr.vaguemestre.acknowledgement;
