/** Alerte: what the caller was told. */
package fr.vaguemestre.api.notification;
