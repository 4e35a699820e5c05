/** Appels sortants: where the programs of partners are told, and what became of each call. */
package fr.vaguemestre.web.webhook;
