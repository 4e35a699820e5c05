/** Charte graphique: a town's logo and colour. */
package fr.vaguemestre.look;
