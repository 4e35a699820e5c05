/** Bureautique: the port that turns office documents into PDF. */
package fr.vaguemestre.office;
