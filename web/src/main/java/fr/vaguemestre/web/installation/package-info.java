/** Mise en service: what this installation has and lacks, and the towns it serves. */
package fr.vaguemestre.web.installation;
