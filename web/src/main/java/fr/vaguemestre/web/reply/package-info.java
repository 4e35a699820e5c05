/** Réponse: drafting, versions and their PDF. */
package fr.vaguemestre.web.reply;
