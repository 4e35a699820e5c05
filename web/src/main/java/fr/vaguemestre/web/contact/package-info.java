/** Usager: senders picked by name. */
package fr.vaguemestre.web.contact;
