/** Délais: the calculator and the town's calendar. */
package fr.vaguemestre.web.delay;
