/** Bannette: baskets and their pages, for programs. */
package fr.vaguemestre.api.basket;
