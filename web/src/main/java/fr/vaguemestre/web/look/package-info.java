/** Charte graphique: choosing a town's logo and colour, and showing them on every page. */
package fr.vaguemestre.web.look;
