/**
 * Traitement de nuit: what runs by the clock, the ledger of its runs, and what operators do with
 * it.
 */
package fr.vaguemestre.jobs;
