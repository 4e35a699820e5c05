/** Accusés: what agents do for a request before the law, and its panel. */
package fr.vaguemestre.web.acknowledgement;
