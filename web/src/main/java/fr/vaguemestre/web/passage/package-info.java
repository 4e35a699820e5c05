/** Passage : moving letters from a version of the circuit to another, and how far that is. */
package fr.vaguemestre.web.passage;
