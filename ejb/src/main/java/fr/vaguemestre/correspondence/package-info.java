/**
 * Courrier: the correspondence, one aggregate for letters, e-mails, calls and web requests, and the
 * door to its life.
 */
package fr.vaguemestre.correspondence;
