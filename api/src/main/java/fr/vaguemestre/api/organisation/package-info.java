/** Organigramme: the units, for programs. */
package fr.vaguemestre.api.organisation;
