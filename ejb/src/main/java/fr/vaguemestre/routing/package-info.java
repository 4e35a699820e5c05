/**
 * Ventilation, redirection: sending a letter to a unit's basket or to an agent, and putting in
 * copy.
 */
package fr.vaguemestre.routing;
