/** Ventilation, redirection: redirecting, taking charge, putting in copy. */
package fr.vaguemestre.api.routing;
