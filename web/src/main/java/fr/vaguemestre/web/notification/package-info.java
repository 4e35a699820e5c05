/** Alerte: the bell, the list of notifications, and how one wishes to be told. */
package fr.vaguemestre.web.notification;
