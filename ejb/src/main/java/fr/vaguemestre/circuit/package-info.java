/** Circuit, workflow: versioned states and transitions, and the checks a transition may ask for. */
package fr.vaguemestre.circuit;
