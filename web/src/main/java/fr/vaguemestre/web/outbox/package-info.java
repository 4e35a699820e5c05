/** Travaux en attente: what waits, what failed, and starting it again. */
package fr.vaguemestre.web.outbox;
