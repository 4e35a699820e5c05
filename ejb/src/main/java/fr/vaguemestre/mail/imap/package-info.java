/** Messagerie: the IMAP adapter of {@link fr.vaguemestre.mail.ReturnMailbox}, on Jakarta Mail. */
package fr.vaguemestre.mail.imap;
