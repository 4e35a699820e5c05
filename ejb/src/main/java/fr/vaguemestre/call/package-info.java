/**
 * Appel d’application: how much machine accounts may call and from where, and the journal of what
 * they called.
 */
package fr.vaguemestre.call;
