/** Intentions: what must be done outside the transaction, written in it, carried out after it. */
package fr.vaguemestre.outbox;
