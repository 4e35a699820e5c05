/** Bannette: basket rules, lines, counters. */
package fr.vaguemestre.basket;
