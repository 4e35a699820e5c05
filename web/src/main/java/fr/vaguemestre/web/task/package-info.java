/** Tâche: splitting a letter between units, answering, the board of its tasks. */
package fr.vaguemestre.web.task;
