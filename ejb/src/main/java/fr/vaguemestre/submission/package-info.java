/**
 * Saisine par voie électronique, SVE: what people send through portals, what they add to it, and
 * how it stands for them.
 */
package fr.vaguemestre.submission;
