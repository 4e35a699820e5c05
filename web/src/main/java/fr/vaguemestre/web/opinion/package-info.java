/** Contribution: asking for one and giving it. */
package fr.vaguemestre.web.opinion;
