/** Qualification: types and priorities as choices. */
package fr.vaguemestre.web.qualification;
