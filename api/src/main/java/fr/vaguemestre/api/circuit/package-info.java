/** Circuit: how programs do the actions of a circuit, one deed per action, told by each feature. */
package fr.vaguemestre.api.circuit;
