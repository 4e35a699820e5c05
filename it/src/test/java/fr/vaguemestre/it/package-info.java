/** Tests d’intégration: the shipped server, driven as its users drive it; fixtures for journeys. */
package fr.vaguemestre.it;
