/**
 * Conservation, DUA, sort final: letters that need be kept no longer, the lists they are put on,
 * the visa of the archives, their destruction and its attestation, what is handed to the archives,
 * litigation holds.
 */
package fr.vaguemestre.retention;
