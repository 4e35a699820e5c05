/** Organigramme: units, agents and the posts that tie them. */
package fr.vaguemestre.organisation;
