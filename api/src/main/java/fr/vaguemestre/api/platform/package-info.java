/** Socle: what every address of the API shares: JSON in and out, problems, pages, headers. */
package fr.vaguemestre.api.platform;
