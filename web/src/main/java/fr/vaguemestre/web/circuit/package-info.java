/** Circuit: the circuit in force, to be read. */
package fr.vaguemestre.web.circuit;
