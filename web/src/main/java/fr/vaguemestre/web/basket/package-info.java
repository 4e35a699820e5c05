/** Bannette: the rail, the home page, a basket's list beside a letter. */
package fr.vaguemestre.web.basket;
