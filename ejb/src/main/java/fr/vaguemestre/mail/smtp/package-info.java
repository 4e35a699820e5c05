/** Messagerie: the SMTP adapter of {@link fr.vaguemestre.mail.MailSender}, on Jakarta Mail. */
package fr.vaguemestre.mail.smtp;
