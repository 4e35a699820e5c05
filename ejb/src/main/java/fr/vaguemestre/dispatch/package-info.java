/** Envoi: the reply leaves by mail or by post. */
package fr.vaguemestre.dispatch;
