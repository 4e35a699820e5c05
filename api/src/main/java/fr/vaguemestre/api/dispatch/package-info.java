/** Envoi: sending the reply, and what became of it. */
package fr.vaguemestre.api.dispatch;
