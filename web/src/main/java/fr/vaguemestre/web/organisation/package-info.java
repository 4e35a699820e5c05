/** Organigramme: units and agents picked by name. */
package fr.vaguemestre.web.organisation;
