/** Copie conforme: marked copies of a letter's documents. */
package fr.vaguemestre.api.copy;
