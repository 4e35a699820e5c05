/** Aide: whom a town's agents turn to. */
package fr.vaguemestre.help;
