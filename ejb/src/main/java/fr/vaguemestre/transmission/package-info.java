/** Transmission: a document of a letter handed to an outside service, and its return. */
package fr.vaguemestre.transmission;
