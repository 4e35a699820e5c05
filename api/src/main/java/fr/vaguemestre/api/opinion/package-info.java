/** Avis, contribution: asking for a contribution, giving it, reading them. */
package fr.vaguemestre.api.opinion;
