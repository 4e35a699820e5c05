/** Modèle: the models of letters a town writes with, per unit. */
package fr.vaguemestre.template;
