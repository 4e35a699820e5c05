/** Redirection: sending a letter on, taking charge, copies. */
package fr.vaguemestre.web.routing;
