/** Saisine par voie électronique: what portals send for people, and what they are told of it. */
package fr.vaguemestre.api.submission;
