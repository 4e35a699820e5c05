/**
 * Traitement de nuit: the night's clock, and the reader, writer and listeners that every job's XML
 * names.
 */
package fr.vaguemestre.batch.jobs;
