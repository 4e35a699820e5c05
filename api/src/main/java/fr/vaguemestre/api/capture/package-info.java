/** Enregistrement: the letters programs bring. */
package fr.vaguemestre.api.capture;
