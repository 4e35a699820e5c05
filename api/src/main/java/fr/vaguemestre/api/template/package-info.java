/** Modèle: the letter templates one may use. */
package fr.vaguemestre.api.template;
