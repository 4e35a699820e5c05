/** Messagerie: what left by mail in the demonstration. */
package fr.vaguemestre.web.mail;
