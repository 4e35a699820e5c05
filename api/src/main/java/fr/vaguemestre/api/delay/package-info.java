/** Délais: the dates of the law, for programs. */
package fr.vaguemestre.api.delay;
