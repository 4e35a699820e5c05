/** Envoi: by e-mail or by post. */
package fr.vaguemestre.web.dispatch;
