/** Avis, contribution: one unit's or agent's advice, asked for by whoever answers. */
package fr.vaguemestre.opinion;
