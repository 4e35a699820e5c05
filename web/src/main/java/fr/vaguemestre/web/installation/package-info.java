/** Mise en service: what this installation has and lacks. */
package fr.vaguemestre.web.installation;
