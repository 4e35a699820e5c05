/** Tâche: splitting a letter between units, answering, reading the board. */
package fr.vaguemestre.api.task;
