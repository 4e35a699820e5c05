/** Réponse: drafts of the reply, their documents and PDFs. */
package fr.vaguemestre.api.reply;
