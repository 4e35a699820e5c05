/**
 * Mesures : how fast letters are registered beside what the disk and the database allow, and what a
 * power cut leaves of them. Run by hand, {@code ./vaguemestre bench}; see {@code
 * docs/performance.md}.
 */
package fr.vaguemestre.it.bench;
