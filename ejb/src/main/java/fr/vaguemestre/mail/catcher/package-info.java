/** Messagerie: the mail catcher of the demo, which keeps what left instead of delivering it. */
package fr.vaguemestre.mail.catcher;
