/** Mise en service: founding towns, for the platform's own programs. */
package fr.vaguemestre.api.installation;
