/** Classement: a letter's tags, following it, marking it as read. */
package fr.vaguemestre.web.filing;
