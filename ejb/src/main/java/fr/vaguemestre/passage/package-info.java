/** Passage : moving letters from a version of the circuit to another, on purpose. */
package fr.vaguemestre.passage;
