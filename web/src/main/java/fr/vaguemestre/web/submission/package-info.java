/** Saisine par voie électronique: who asked, as they wrote it. */
package fr.vaguemestre.web.submission;
