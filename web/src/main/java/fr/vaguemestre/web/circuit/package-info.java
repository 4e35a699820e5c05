/** Circuit: the circuit in force, the version being prepared, its drawing. */
package fr.vaguemestre.web.circuit;
