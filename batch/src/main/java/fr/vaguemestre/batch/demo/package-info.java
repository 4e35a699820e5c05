/**
 * Données de démonstration: two fictional towns, their letters as real files (PDF, scans, e-mails)
 * and the signatures of their signatories. Nothing here writes to the database.
 */
package fr.vaguemestre.batch.demo;
