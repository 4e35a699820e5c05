/** Copie conforme: marked copies of a letter's documents, and what a town chooses for them. */
package fr.vaguemestre.web.copy;
