/** Numérisation, enregistrement: files dropped and letters registered, by screen or by API. */
package fr.vaguemestre.capture;
