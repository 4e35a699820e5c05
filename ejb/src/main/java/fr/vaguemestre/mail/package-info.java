/** Messagerie: the port by which mail leaves, and what a sender may answer. */
package fr.vaguemestre.mail;
