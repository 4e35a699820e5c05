/**
 * Avis, contribution: the advice of one or several units and agents, asked for by whoever answers.
 */
package fr.vaguemestre.opinion;
