/**
 * Portes compatibles Maarch Courrier: what connectors and capture tools written for it bring and
 * read, each its own letters, or those its agent sees.
 */
package fr.vaguemestre.maarch;
