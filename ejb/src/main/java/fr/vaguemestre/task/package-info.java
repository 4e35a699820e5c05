/** Tâche: one letter split between several units, and their answers gathered into one reply. */
package fr.vaguemestre.task;
