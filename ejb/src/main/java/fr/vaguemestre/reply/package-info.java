/** Réponse: the draft, its versions and their PDF. */
package fr.vaguemestre.reply;
